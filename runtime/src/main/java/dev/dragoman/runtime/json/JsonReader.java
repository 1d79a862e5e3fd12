package dev.dragoman.runtime.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON: messages, JSON text inside of them, responses of the API, and resources. Numbers keep
 * their digits, nothing may follow the value, and for what others have sent, depth and number of
 * values are bounded.
 *
 * <p>Whatever a text contains, reading it ends with a value or a {@link JacksonException} with the
 * location of the problem. A number with an exponent that {@link java.math.BigDecimal} cannot
 * represent is such a problem although the grammar allows it (RFC 8259, section 6); Jackson lets
 * the {@link NumberFormatException} through.
 */
public final class JsonReader {
  /** Deep enough for any API's bodies, far below what would exhaust a thread's stack. */
  public static final int MAX_DEPTH = 100;

  /**
   * Limits the values so that a text with few bytes per value does not grow to a hundred times its
   * size: half a million values, fewer if the heap is smaller than half a gigabyte.
   */
  public static final int MAX_VALUES =
      (int) Math.max(50_000, Math.min(500_000, Runtime.getRuntime().maxMemory() / 1024));

  /** The maximum nesting depth of an API response. */
  private static final int MAX_RESPONSE_DEPTH = 500;

  /** Documents may nest schemas deeper than any value. */
  private static final int MAX_RESOURCE_DEPTH = 10_000;

  /** Ten megabytes of <code>{},{},…</code> would need hundreds of megabytes as a tree. */
  private static final int MAX_RESPONSE_VALUES = 700_000;

  private static final JsonReader FOR_CLIENTS =
      new JsonReader(bounds(MAX_DEPTH, MAX_VALUES).build(), MAX_VALUES, true);

  private static final JsonReader FOR_RESPONSES =
      new JsonReader(
          bounds(MAX_RESPONSE_DEPTH, MAX_RESPONSE_VALUES).build(), MAX_RESPONSE_VALUES, false);

  private static final JsonReader FOR_RESOURCES =
      new JsonReader(
          bounds(MAX_RESOURCE_DEPTH, Long.MAX_VALUE)
              .maxNameLength(Integer.MAX_VALUE)
              .maxNumberLength(Integer.MAX_VALUE)
              .maxStringLength(Integer.MAX_VALUE)
              .build(),
          Integer.MAX_VALUE,
          false);

  private final JsonFactory parsers;
  private final int maxValues;
  private final boolean uniqueKeys;

  private JsonReader(StreamReadConstraints bounds, int maxValues, boolean uniqueKeys) {
    this.parsers =
        JsonFactory.builder()
            .streamReadConstraints(bounds)
            // The fast parser reads 1e2147483647123 as 1e2147483647.
            .disable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .build();
    this.maxValues = maxValues;
    this.uniqueKeys = uniqueKeys;
  }

  private static StreamReadConstraints.Builder bounds(int maxDepth, long maxValues) {
    return StreamReadConstraints.builder().maxNestingDepth(maxDepth).maxTokenCount(maxValues);
  }

  /** A reader for input from clients; duplicate keys in an object are an error. */
  public static JsonReader forClients() {
    return FOR_CLIENTS;
  }

  /** A reader for API responses; if a key occurs twice in an object, the last one wins. */
  public static JsonReader forResponses() {
    return FOR_RESPONSES;
  }

  /**
   * A reader for what the generator or the program itself has written, such as resources of the
   * server's own jar: without limits, except that of the depth.
   */
  public static JsonReader forResources() {
    return FOR_RESOURCES;
  }

  /**
   * Reads one value.
   *
   * @return the value; a missing node if the text is blank
   * @throws JacksonException if the text is not JSON or exceeds the bounds
   */
  public JsonNode read(String text) {
    try {
      if (text.length() > maxValues) {
        count(parser(text));
      }
      return JsonTree.read(parser(text), uniqueKeys);
    } catch (NumberFormatException | ArithmeticException e) {
      throw unreadableNumber(parser(text));
    }
  }

  /** Like {@link #read(String)}, for bytes in UTF-8, UTF-16 or UTF-32. */
  public JsonNode read(byte[] bytes) {
    try {
      if (bytes.length > maxValues) {
        count(parser(bytes));
      }
      return JsonTree.read(parser(bytes), uniqueKeys);
    } catch (NumberFormatException | ArithmeticException e) {
      throw unreadableNumber(parser(bytes));
    }
  }

  /**
   * Reads one value from bytes that must be UTF-8, as between MCP clients and servers (RFC 8259,
   * section 8.1).
   *
   * @throws CharacterCodingException if they are not UTF-8
   * @throws JacksonException if the text is not JSON or exceeds the bounds
   */
  public JsonNode readUtf8(byte[] bytes) throws CharacterCodingException {
    if (isAscii(bytes)) {
      return read(bytes);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return read(decoder.decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Whether bytes are the same in UTF-8 and in no other encoding of JSON: ASCII without NUL. */
  private static boolean isAscii(byte[] bytes) {
    for (byte unit : bytes) {
      if (unit <= 0) {
        return false;
      }
    }
    return true;
  }

  /** The value that a text contains; empty if it is blank, not JSON or exceeds the bounds. */
  public Optional<JsonNode> find(String text) {
    try {
      return Optional.of(read(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** Like {@link #find(String)}, for bytes. */
  public Optional<JsonNode> find(byte[] bytes) {
    try {
      return Optional.of(read(bytes)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private JsonParser parser(String text) {
    return parsers.createParser(ObjectReadContext.empty(), text);
  }

  private JsonParser parser(byte[] bytes) {
    return parsers.createParser(ObjectReadContext.empty(), bytes);
  }

  /**
   * Scans a text that could contain too many values before a tree is built: a tree of its first
   * part alone would take as much memory as the largest allowed one.
   *
   * @throws StreamConstraintsException if there are too many
   */
  private static void count(JsonParser text) {
    try (JsonParser parser = text) {
      while (parser.nextToken() != null) {
        // The parser counts the tokens and throws.
      }
    }
  }

  /** Finds the number again because the exception does not contain its location. */
  private static StreamConstraintsException unreadableNumber(JsonParser text) {
    try (JsonParser parser = text) {
      JsonToken token = parser.nextToken();
      while (token != null && !(token == JsonToken.VALUE_NUMBER_FLOAT && isUnreadable(parser))) {
        token = parser.nextToken();
      }
      return new StreamConstraintsException(
          "The exponent of a number is too large.", parser.currentTokenLocation());
    }
  }

  private static boolean isUnreadable(JsonParser parser) {
    try {
      parser.getDecimalValue();
      return false;
    } catch (NumberFormatException | ArithmeticException e) {
      return true;
    }
  }
}
