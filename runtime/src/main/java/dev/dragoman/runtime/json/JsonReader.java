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
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that others wrote: messages, JSON text inside of them, responses of the API. Numbers
 * keep their digits; depth and number of values are bounded, and nothing may follow the value.
 *
 * <p>Whatever a text contains, reading it ends with a value or a {@link JacksonException} that has
 * the place of the problem. A number with an exponent that {@link java.math.BigDecimal} cannot hold
 * is such a problem, although the grammar allows it (RFC 8259, section 6): Jackson lets the {@link
 * NumberFormatException} through.
 */
public final class JsonReader {
  /** Deep enough for any API's bodies, far below what would exhaust a thread's stack. */
  public static final int MAX_DEPTH = 100;

  /**
   * A text of a few bytes per value must not grow into a hundred times its size: half a million
   * values, fewer where the heap is below half a gigabyte.
   */
  public static final int MAX_VALUES =
      (int) Math.max(50_000, Math.min(500_000, Runtime.getRuntime().maxMemory() / 1024));

  /** How deep a response of the API may be nested. */
  private static final int MAX_RESPONSE_DEPTH = 500;

  /** Ten megabytes of <code>{},{},…</code> would take hundreds as a tree. */
  private static final int MAX_RESPONSE_VALUES = 700_000;

  private static final JsonReader FOR_CLIENTS =
      new JsonReader(
          bounded(MAX_DEPTH, MAX_VALUES)
              .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY),
          MAX_VALUES);

  private static final JsonReader FOR_RESPONSES =
      new JsonReader(bounded(MAX_RESPONSE_DEPTH, MAX_RESPONSE_VALUES), MAX_RESPONSE_VALUES);

  private final JsonMapper mapper;
  private final int maxValues;

  private JsonReader(JsonMapper.Builder mapper, int maxValues) {
    this.mapper = mapper.build();
    this.maxValues = maxValues;
  }

  /** A reader for what clients send; a key may occur once in an object. */
  public static JsonReader forClients() {
    return FOR_CLIENTS;
  }

  /**
   * A reader for what the API sends; of a key that occurs twice in an object the last one counts.
   */
  public static JsonReader forResponses() {
    return FOR_RESPONSES;
  }

  private static JsonMapper.Builder bounded(int depth, int values) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder().maxNestingDepth(depth).maxTokenCount(values).build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
        // The fast parser takes 1e2147483647123 for 1e2147483647.
        .disable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /**
   * Reads one value.
   *
   * @return the value; a missing node if the text is blank
   * @throws JacksonException if the text is not JSON or is beyond the bounds
   */
  public JsonNode read(String text) {
    try {
      if (text.length() > maxValues) {
        count(mapper.createParser(text));
      }
      return mapper.readTree(text);
    } catch (NumberFormatException | ArithmeticException e) {
      throw unreadableNumber(mapper.createParser(text));
    }
  }

  /** The same for bytes in UTF-8, UTF-16 or UTF-32. */
  public JsonNode read(byte[] bytes) {
    try {
      if (bytes.length > maxValues) {
        count(mapper.createParser(bytes));
      }
      return mapper.readTree(bytes);
    } catch (NumberFormatException | ArithmeticException e) {
      throw unreadableNumber(mapper.createParser(bytes));
    }
  }

  /**
   * Reads one value from bytes that have to be UTF-8, as between MCP clients and servers (RFC 8259,
   * section 8.1).
   *
   * @throws CharacterCodingException if they are not UTF-8
   * @throws JacksonException if the text is not JSON or is beyond the bounds
   */
  public JsonNode readUtf8(byte[] bytes) throws CharacterCodingException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return read(decoder.decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** The value that a text contains; empty if it is blank, not JSON or beyond the bounds. */
  public Optional<JsonNode> find(String text) {
    try {
      return Optional.of(read(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** The same for bytes. */
  public Optional<JsonNode> find(byte[] bytes) {
    try {
      return Optional.of(read(bytes)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /**
   * Goes through a text that could have too many values before a tree is made of it: the beginning
   * of such a tree would take as much memory as the largest that is allowed.
   *
   * @throws StreamConstraintsException if it has too many
   */
  private static void count(JsonParser text) {
    try (JsonParser parser = text) {
      while (parser.nextToken() != null) {
        // The parser counts, and throws.
      }
    }
  }

  /** Looks for the number again, because the exception does not say where it is. */
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
