package dev.dragoman.runtime.json;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;

/** Writes JSON. */
public final class JsonWriter {
  /** Maximum length of the plain spelling of a number with an exponent; longer numbers keep it. */
  private static final int MAX_ZEROS = 64;

  private static final int TYPICAL_BYTES = 1024;

  private static final JsonFactory GENERATORS = new JsonFactory();
  private static final JsonFactory ASCII_GENERATORS =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonWriter() {}

  /**
   * Writes a value on one line, in UTF-8. An unpaired surrogate, which JSON can escape and UTF-8
   * cannot represent, is replaced with a question mark.
   */
  public static byte[] bytes(JsonNode value) {
    byte[] bytes = utf8(value, JsonForm.AS_IS);
    return mayEscapeSurrogate(bytes)
        ? text(value, JsonForm.AS_IS, GENERATORS).getBytes(StandardCharsets.UTF_8)
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
    return text(value, JsonForm.SORTED, GENERATORS).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The shortest JSON text of a value, with members in their order and numbers with their original
   * digits.
   */
  public static String write(JsonNode value) {
    return text(value, JsonForm.PLAIN_NUMBERS, GENERATORS);
  }

  /** Like {@link #write}, in UTF-8. Surrogates without their other half are escaped. */
  public static byte[] utf8(JsonNode value) {
    return utf8(value, JsonForm.PLAIN_NUMBERS);
  }

  /** Like {@link #write}, with all non-ASCII characters escaped for use in a header. */
  public static String writeAscii(JsonNode value) {
    return text(value, JsonForm.PLAIN_NUMBERS, ASCII_GENERATORS);
  }

  private static byte[] utf8(JsonNode value, JsonForm form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonGenerator generator = GENERATORS.createGenerator(ObjectWriteContext.empty(), bytes)) {
      form.write(value, generator);
    }
    return bytes.toByteArray();
  }

  private static String text(JsonNode value, JsonForm form, JsonFactory generators) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = generators.createGenerator(ObjectWriteContext.empty(), text)) {
      form.write(value, generator);
    }
    return text.toString();
  }

  /** JSON supports finite numbers only, unlike Java's floating point types. */
  static boolean isFinite(JsonNode number) {
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

  static String number(JsonNode number) {
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
