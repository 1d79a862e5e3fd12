package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.media.FilePart;
import dev.dragoman.runtime.media.JsonLines;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates a request body from a JSON value.
 *
 * @param encodings the encodings of form fields that do not use the default
 * @param problems accepts the location and the message of each value that cannot be written
 */
record BodyWriter(Map<String, FieldEncoding> encodings, BiConsumer<String, String> problems) {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)\"?", Pattern.CASE_INSENSITIVE);

  /** Other ways to supply bytes; a path is read before the body is written. */
  static final String OR_FILE = ", or a file as {\"filename\", \"base64\"} or {\"path\"}";

  /** The body; empty after a problem. */
  RequestBody write(String mediaType, JsonNode value) {
    UnicodeCheck.check("body", value, problems);
    String type = MediaChoice.concrete(mediaType, value, false);
    RequestRules.inHeader(type).ifPresent(problem -> problems.accept("body/contentType", problem));
    return switch (MediaKind.of(type)) {
      case JSON -> new RequestBody(type, JsonWriter.utf8(value));
      case JSON_LINES -> lines(type, value);
      case FORM -> form(type, value);
      case MULTIPART -> multipart(type, value);
      case XML ->
          value.isContainer() ? refused(type, "XML") : text(type, RequestValues.text(value));
      case TEXT ->
          value.isContainer() && !MediaChoice.writesJson(type)
              ? refused(type, "text")
              : text(type, RequestValues.text(value));
      case BINARY -> binary(type, value);
    };
  }

  /** Reports a value that cannot be written in this format. */
  private RequestBody refused(String type, String form) {
    problems.accept(
        "body",
        "a body of "
            + type
            + " cannot be created from an array or object; supply the "
            + form
            + " itself as a string");
    return empty(type);
  }

  /** A string that already contains lines is sent as is. */
  private RequestBody lines(String type, JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      if (JsonLines.parse(type, text).isEmpty()) {
        problems.accept(
            "body", "expected an array of JSON values, or text with one value per line");
      }
      return new RequestBody(type, text.getBytes(UTF_8));
    }
    List<JsonNode> items = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    return new RequestBody(type, JsonLines.write(type, items).getBytes(UTF_8));
  }

  private RequestBody form(String type, JsonNode value) {
    return object(value)
        .map(fields -> new RequestBody(type, FormBody.write(fields, encodings).getBytes(UTF_8)))
        .orElseGet(() -> empty(type));
  }

  private RequestBody multipart(String type, JsonNode value) {
    MultipartBody writer = new MultipartBody(encodings, problems);
    if (value.isArray() && !MediaKind.essence(type).equals(MediaKind.FORM_DATA)) {
      return writer.write(type, List.copyOf(value.values()));
    }
    return object(value).map(fields -> writer.write(type, fields)).orElseGet(() -> empty(type));
  }

  private Optional<ObjectNode> object(JsonNode value) {
    Optional<ObjectNode> object = Scalars.object(value);
    if (object.isEmpty()) {
      problems.accept("body", "expected an object whose members are the fields of the form");
    }
    return object;
  }

  private RequestBody text(String type, String given) {
    Matcher named = CHARSET.matcher(type);
    if (named.find()) {
      Optional<Charset> charset = charset(named.group(1));
      if (charset.isPresent() && charset.get().newEncoder().canEncode(given)) {
        return new RequestBody(type, bytes(type, given, charset.get()));
      }
      problems.accept("body", "cannot be encoded in the character set " + named.group(1));
      return empty(type);
    }
    boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(given);
    boolean unnamed = ascii || !MediaKind.essence(type).startsWith("text/");
    return new RequestBody(unnamed ? type : type + "; charset=utf-8", bytes(type, given, UTF_8));
  }

  private static byte[] bytes(String type, String text, Charset charset) {
    boolean declares = MediaKind.of(type) == MediaKind.XML;
    return (declares ? XmlDeclaration.naming(charset, text) : text).getBytes(charset);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name)).filter(Charset::canEncode);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private RequestBody binary(String type, JsonNode value) {
    Optional<FilePart> file = FilePart.of(value);
    if (value.isContainer() && file.isEmpty()) {
      if (!MediaChoice.writesJson(type)) {
        problems.accept(
            "body",
            "a body of "
                + type
                + " cannot be created from an array or object: this server has no encoder for it; supply"
                + " its bytes as a Base64 string"
                + OR_FILE);
        return empty(type);
      }
      return new RequestBody(type, JsonWriter.utf8(value));
    }
    String base64 = file.map(FilePart::base64).orElseGet(() -> JsonWriter.scalarText(value));
    Optional<byte[]> bytes = bytes(base64);
    if (bytes.isEmpty()) {
      problems.accept("body", "expected the bytes of " + type + " as a Base64 string" + OR_FILE);
    }
    return new RequestBody(type, bytes.orElseGet(() -> new byte[0]));
  }

  /** Decodes Base64 (RFC 4648) in either alphabet, with or without padding. */
  static Optional<byte[]> bytes(String base64) {
    String standard = base64.strip().replace('-', '+').replace('_', '/');
    try {
      return Optional.of(Base64.getMimeDecoder().decode(checked(standard)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * The MIME decoder skips characters that are not Base64; only line breaks may be skipped here.
   */
  private static String checked(String base64) {
    if (!base64.matches("[A-Za-z0-9+/\\r\\n]*={0,2}")) {
      throw new IllegalArgumentException("not Base64");
    }
    return base64;
  }

  private static RequestBody empty(String type) {
    return new RequestBody(type, new byte[0]);
  }
}
