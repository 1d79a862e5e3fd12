package dev.dragoman.runtime.json;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON. */
public final class JsonWriter {
  /** Maximum length of the plain spelling of a number with an exponent; longer numbers keep it. */
  private static final int MAX_ZEROS = 64;

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final ObjectWriter WRITER = MAPPER.writer();
  private static final JsonMapper CANONICAL =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
  private static final ObjectWriter ASCII_WRITER =
      MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private JsonWriter() {}

  /**
   * Writes a value on one line, in UTF-8. An unpaired surrogate, which JSON can escape and UTF-8
   * cannot represent, is replaced with a question mark.
   */
  public static byte[] bytes(JsonNode value) {
    byte[] bytes = MAPPER.writeValueAsBytes(value);
    return mayEscapeSurrogate(bytes)
        ? MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  /**
   * Whether the text contains {@code \}{@code uD}, with which every surrogate without its other
   * half begins that Jackson writes in UTF-8.
   */
  private static boolean mayEscapeSurrogate(byte[] json) {
    for (int i = 0; i + 2 < json.length; i++) {
      if (json[i] == '\\' && json[i + 1] == 'u' && json[i + 2] == 'D') {
        return true;
      }
    }
    return false;
  }

  /** Writes a value so that values that differ only in the order of members have equal bytes. */
  public static byte[] canonical(JsonNode value) {
    return CANONICAL.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The shortest JSON text of a value, with members in their order and numbers with their original
   * digits.
   */
  public static String write(JsonNode value) {
    return write(value, WRITER);
  }

  /** Like {@link #write}, in UTF-8. Surrogates without their other half are escaped. */
  public static byte[] utf8(JsonNode value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = WRITER.createGenerator(bytes)) {
      write(value, generator);
    }
    return bytes.toByteArray();
  }

  /** Like {@link #write}, with all non-ASCII characters escaped for use in a header. */
  public static String writeAscii(JsonNode value) {
    return write(value, ASCII_WRITER);
  }

  private static String write(JsonNode value, ObjectWriter writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = writer.createGenerator(text)) {
      write(value, generator);
    }
    return text.toString();
  }

  private static void write(JsonNode value, JsonGenerator generator) {
    if (value.isObject()) {
      generator.writeStartObject();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        generator.writeName(member.getKey());
        write(member.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (value.isArray()) {
      generator.writeStartArray();
      value.values().forEach(item -> write(item, generator));
      generator.writeEndArray();
    } else if (value.isNumber() && isFinite(value)) {
      generator.writeNumber(number(value));
    } else {
      generator.writeTree(value);
    }
  }

  /** JSON supports finite numbers only, unlike Java's floating point types. */
  private static boolean isFinite(JsonNode number) {
    boolean floating = number.isDouble() || number.isFloat();
    return !floating || Double.isFinite(number.doubleValue());
  }

  /** A scalar as written outside JSON: a string without quotes, a number with its digits. */
  public static String scalarText(JsonNode scalar) {
    if (scalar.isNumber()) {
      return number(scalar);
    }
    return scalar.isString() ? scalar.stringValue() : scalar.asString();
  }

  private static String number(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number.bigIntegerValue().toString();
    }
    if (number.isBigDecimal()) {
      return plain(number.decimalValue());
    }
    String text = number.asString();
    return isFinite(number) ? plain(new BigDecimal(text)) : text;
  }

  /**
   * The digits of a number. A number written without an exponent never gets one; a small exponent
   * is expanded because many servers accept integers without exponents only. A large exponent is
   * kept so that nine characters cannot become a gigabyte.
   */
  static String plain(BigDecimal number) {
    boolean writtenPlain = number.scale() >= 0 && number.scale() <= number.precision() + 1000;
    boolean shortExponent = number.scale() < 0 && number.scale() >= -MAX_ZEROS;
    return writtenPlain || shortExponent ? number.toPlainString() : number.toString();
  }
}
