package dev.dragoman.runtime.media;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How a body of a media type is created from a JSON value. */
public enum MediaKind {
  JSON,
  /** One JSON value per line. */
  JSON_LINES,
  FORM,
  MULTIPART,
  /** XML, given as text, or as a value described by the schema's XML Objects. */
  XML,
  /** A string, sent as is. */
  TEXT,
  /** Bytes, given in Base64. */
  BINARY;

  /** The multipart media type whose parts have names (RFC 7578). */
  public static final String FORM_DATA = "multipart/form-data";

  private static final Set<String> LINES =
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonl",
          "application/jsonlines",
          "application/x-jsonlines",
          "application/json-lines",
          "application/json-seq",
          "application/ldjson",
          "application/x-ldjson",
          "application/x-json-stream",
          "application/stream+json",
          "text/x-ndjson");

  /** Media types under {@code application/} that are text; unknown types are treated as bytes. */
  private static final Set<String> TEXTS =
      Set.of(
          "application/javascript",
          "application/ecmascript",
          "application/graphql",
          "application/sql",
          "application/yaml",
          "application/x-yaml",
          "application/toml",
          "application/csv",
          "application/jwt",
          "application/jose",
          "application/sdp",
          "application/sparql-query",
          "application/sparql-update",
          "application/rtf",
          "application/x-sh",
          "application/x-pem-file",
          "application/pem-certificate-chain",
          "application/http");

  /** The kind of a media type, ignoring parameters and case. */
  public static MediaKind of(String mediaType) {
    String type = essence(mediaType);
    if (type.equals("application/x-www-form-urlencoded")) {
      return FORM;
    } else if (type.startsWith("multipart/")) {
      return MULTIPART;
    } else if (isLines(type)) {
      return JSON_LINES;
    } else if (isJson(type) || type.contains("-json-1.")) {
      return JSON;
    } else if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return XML;
    } else if (type.startsWith("text/")
        || type.startsWith("message/")
        || type.endsWith("+yaml")
        || TEXTS.contains(type)) {
      return TEXT;
    }
    return BINARY;
  }

  /** Elasticsearch's type is {@code application/vnd.elasticsearch+x-ndjson}. */
  private static boolean isLines(String type) {
    return LINES.contains(type)
        || Stream.of("+json-seq", "+ndjson", "+x-ndjson", "+jsonl").anyMatch(type::endsWith);
  }

  private static boolean isJson(String type) {
    return type.endsWith("/json")
        || type.endsWith("+json")
        || type.endsWith("/x-json")
        || type.endsWith("+x-json");
  }

  /** Whether it is a media type range whose subtypes are all bytes. */
  static boolean isMedia(String range) {
    String type = essence(range);
    return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
  }

  /** Type and subtype in lower case. */
  public static String essence(String mediaType) {
    int parameters = mediaType.indexOf(';');
    String type = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
