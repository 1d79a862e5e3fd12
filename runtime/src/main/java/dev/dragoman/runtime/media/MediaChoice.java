package dev.dragoman.runtime.media;

import dev.dragoman.runtime.json.Scalars;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Chooses which of the media types offered for a body is sent. This is the only place that decides
 * it: for search, for generated requests and for calls.
 */
public final class MediaChoice {
  private static final String OCTETS = "application/octet-stream";

  /** Binary formats that need an encoder, by words in their names. */
  private static final Set<String> BINARY_DATA =
      Set.of(
          "arrow",
          "avro",
          "bson",
          "capnp",
          "cbor",
          "flatbuffers",
          "gzip",
          "ion",
          "messagepack",
          "msgpack",
          "parquet",
          "pdf",
          "proto",
          "protobuf",
          "smile",
          "tar",
          "thrift",
          "wasm",
          "zip");

  private MediaChoice() {}

  /** The types in order of preference; equally preferred types keep their order. */
  public static List<String> ranked(Collection<String> offered) {
    return offered.stream().distinct().sorted(Comparator.comparingInt(MediaChoice::rank)).toList();
  }

  /** JSON before forms before the rest; JSON Patch, which accepts only arrays, after other JSON. */
  private static int rank(String mediaType) {
    String type = MediaKind.essence(mediaType);
    if (type.equals("application/json")) {
      return 0;
    }
    return switch (kind(type)) {
      case JSON -> isJsonPatch(type) ? 2 : 1;
      case JSON_LINES -> 3;
      case FORM -> 4;
      case MULTIPART -> type.equals(MediaKind.FORM_DATA) ? 5 : 6;
      case TEXT -> type.startsWith("text/") ? 7 : 9;
      case XML -> 8;
      case BINARY -> isBinaryData(type) ? 11 : 10;
    };
  }

  /** How a body of the type is written; a range without a concrete type is treated as JSON. */
  public static MediaKind kind(String mediaType) {
    String type = MediaKind.essence(mediaType);
    return type.equals("*/*") || type.equals("application/*")
        ? MediaKind.JSON
        : MediaKind.of(mediaType);
  }

  /** Whether it is JSON Patch, whose documents are arrays of operations (RFC 6902, section 3). */
  public static boolean isJsonPatch(String mediaType) {
    return MediaKind.essence(mediaType).contains("json-patch");
  }

  /** Whether it is a patch format that mirrors the structure of its target (RFC 7396). */
  public static boolean isMergePatch(String mediaType) {
    String type = MediaKind.essence(mediaType);
    return type.contains("merge-patch") || type.contains("apply-patch");
  }

  /**
   * Whether a body of the type can be created from the value.
   *
   * @param value the value as given by the agent; a string that contains JSON counts as that JSON
   */
  public static boolean takes(String mediaType, JsonNode value) {
    boolean array = Scalars.array(value).isPresent();
    boolean object = Scalars.object(value).isPresent();
    return switch (kind(mediaType)) {
      case JSON -> isJsonPatch(mediaType) ? array : !(isMergePatch(mediaType) && array);
      case JSON_LINES -> array || object || value.isString();
      case FORM -> object;
      case MULTIPART ->
          object || (array && !MediaKind.essence(mediaType).equals(MediaKind.FORM_DATA));
      case XML -> !value.isArray() || !value.isEmpty();
      case TEXT -> value.isValueNode() || writesJson(mediaType);
      case BINARY -> value.isValueNode() || FilePart.of(value).isPresent() || writesJson(mediaType);
    };
  }

  /**
   * Whether arrays and objects are written as JSON in a text or byte format: plain text, YAML,
   * which is a superset of JSON (YAML 1.2, section 1.3), and unknown formats. Formats with their
   * own representation, such as CSV, images and Protocol Buffers, are given as text or bytes.
   */
  public static boolean writesJson(String mediaType) {
    String type = MediaKind.essence(mediaType);
    if (MediaKind.of(type) == MediaKind.TEXT) {
      return type.equals("text/plain") || type.endsWith("yaml");
    }
    return !MediaKind.isMedia(type) && !type.startsWith("font/") && !isBinaryData(type);
  }

  /** Whether only a dedicated encoder can create it from data. */
  public static boolean isUnwritable(String mediaType) {
    MediaKind kind = kind(mediaType);
    return (kind == MediaKind.TEXT || kind == MediaKind.BINARY) && !writesJson(mediaType);
  }

  private static boolean isBinaryData(String type) {
    for (String word : type.substring(type.indexOf('/') + 1).split("[^a-z0-9]+", -1)) {
      if (BINARY_DATA.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The media type to send if the document offers a range and the agent made no choice: the media
   * type that a file specifies, bytes if bytes are expected, JSON for arrays and objects, otherwise
   * text.
   *
   * @param isBytes whether a string contains bytes according to the document's schema
   */
  public static String concrete(String offered, JsonNode value, boolean isBytes) {
    if (!MediaRange.isRange(offered)) {
      return offered;
    }
    boolean path = isBytes && value.path("path").isString();
    boolean file = path || FilePart.of(value).isPresent();
    if (file || MediaKind.isMedia(offered) || (isBytes && !value.isContainer())) {
      String type = file ? value.path("contentType").asString(OCTETS) : OCTETS;
      return MediaRange.matches(offered, type) ? type : OCTETS;
    }
    if (MediaKind.of(offered) == MediaKind.XML) {
      return "application/xml";
    }
    boolean application = offered.startsWith("application/");
    boolean text = offered.startsWith("text/") || (value.isValueNode() && !application);
    return text ? "text/plain" : "application/json";
  }
}
