package dev.dragoman.generator.plan.wire.expected;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.generator.plan.BodyPlan.Field;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The bytes of a body and their media type. */
final class ExpectedBody {
  private final String type;
  private final byte[] bytes;

  ExpectedBody(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
  }

  /** The value of {@code Content-Type}. */
  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private static ExpectedBody of(String type, String text) {
    return new ExpectedBody(type, text.getBytes(UTF_8));
  }

  /**
   * The body for a value; empty for media types that this package does not support.
   *
   * @param fields form fields that are not written in the default way
   */
  static Optional<ExpectedBody> of(String type, JsonNode value, Map<String, Field> fields) {
    return switch (Media.of(type)) {
      case JSON -> Optional.of(of(type, Texts.json(value)));
      case JSON_LINES -> lines(type, value);
      case FORM ->
          value.isObject() ? FormFields.text(value, fields).map(of -> of(type, of)) : none();
      case FORM_DATA -> value.isObject() ? FormParts.body(value, fields) : none();
      case TEXT -> text(type, value);
      case BYTES -> bytes(value).map(content -> new ExpectedBody(type, content));
      case UNKNOWN -> none();
    };
  }

  private static Optional<ExpectedBody> none() {
    return Optional.empty();
  }

  private static Optional<ExpectedBody> lines(String type, JsonNode value) {
    return value.isArray()
        ? Optional.of(
            of(
                type,
                value
                    .valueStream()
                    .map(item -> Texts.json(item) + "\n")
                    .collect(Collectors.joining())))
        : none();
  }

  /**
   * Text with non-ASCII characters declares its charset (RFC 6657); other charsets are not
   * supported.
   */
  private static Optional<ExpectedBody> text(String type, JsonNode value) {
    boolean json = value.isContainer() && type.equals("text/plain");
    if ((value.isContainer() && !json) || type.toLowerCase(Locale.ROOT).contains("charset")) {
      return none();
    }
    String text = Texts.plain(value);
    boolean named = type.startsWith("text/") && text.chars().anyMatch(unit -> unit > 127);
    return Optional.of(of(named ? type + "; charset=utf-8" : type, text));
  }

  /** The bytes of a Base64 string. */
  static Optional<byte[]> bytes(JsonNode value) {
    try {
      return value.isString()
          ? Optional.of(Base64.getDecoder().decode(value.stringValue()))
          : Optional.empty();
    } catch (IllegalArgumentException otherAlphabet) {
      return Optional.empty();
    }
  }
}
