package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.json.JsonReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON, read strictly: UTF-8 only, no duplicate keys, bounded depth, nothing after the value. */
final class Json {
  private static final JsonReader READER = JsonReader.forClients();
  private static final JsonMapper MAPPER = JsonMapper.shared();

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
    return READER.read(text);
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
