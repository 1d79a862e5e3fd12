package dev.dragoman.runtime.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON, read strictly: UTF-8 only, no duplicate keys, bounded depth, nothing after the value. */
final class Json {
  /** Deep enough for any API's bodies, far below what would exhaust a thread's stack. */
  static final int MAX_DEPTH = 100;

  /**
   * A message of a few bytes per value must not grow into a hundred times its size: half a million
   * values, fewer where the heap is below half a gigabyte.
   */
  static final int MAX_TOKENS =
      (int) Math.max(50_000, Math.min(500_000, Runtime.getRuntime().maxMemory() / 1024));

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final JsonMapper CANONICAL =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON or beyond the bounds
   * @throws CharacterCodingException when it is not UTF-8
   */
  static JsonNode read(byte[] json) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(json))
            .toString();
    return MAPPER.readTree(text);
  }

  /**
   * Writes one value on one line. A lone surrogate, which JSON can escape and UTF-8 cannot hold,
   * becomes a question mark.
   */
  static byte[] write(JsonNode value) {
    return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes one value so that two that differ in the order of keys alone are the same. */
  static byte[] canonical(JsonNode value) {
    return CANONICAL.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
