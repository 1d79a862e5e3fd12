package dev.dragoman.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees are read and written as Jackson's mapper does it, which a server's start cannot afford. */
class MapperComparisonTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final JsonMapper SORTING =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] NAMES = {"b", "a", "", "é", "\"", "\uD83D\uDE00", "\uFF21", "a.b"};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r\n",
        "null",
        "true",
        "[]",
        "{}",
        "[[],{},[[]],{\"a\":{}}]",
        "{\"z\":1,\"a\":{\"b\":[1,{\"c\":null}]},\"m\":\"x\"}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "[0,-0,2147483647,2147483648,-9223372036854775808,9223372036854775808]",
        "[1.0,1.50,-0.0,1e2,1E+400,1e-400,0.1000000000000000000000000001]",
        "[\"\",\"\\u0000\\ud83d\\ude00\\ud83d\",\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"]",
        "[\"\\udc00\"]"
      })
  void readsAndWritesAlike(String text) {
    JsonNode expected = MAPPER.readTree(text);
    for (JsonNode read :
        new JsonNode[] {
          JsonReader.forResponses().read(text),
          JsonReader.forResponses().read(text.getBytes(UTF_8)),
          JsonReader.forResources().read(text)
        }) {
      assertThat(read).isEqualTo(expected);
      assertWrittenAlike(read);
    }
  }

  private static void assertWrittenAlike(JsonNode value) {
    assertThat(new String(JsonWriter.bytes(value), UTF_8))
        .isEqualTo(new String(MAPPER.writeValueAsString(value).getBytes(UTF_8), UTF_8));
    assertThat(new String(JsonWriter.canonical(value), UTF_8))
        .isEqualTo(new String(SORTING.writeValueAsString(value).getBytes(UTF_8), UTF_8));
  }

  /** 2,000 trees, the same ones in each run. */
  @Test
  void treesOfAllKindsAreReadAndWrittenAlike() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      JsonNode tree = tree(random, 4);
      assertWrittenAlike(tree);
      String text = MAPPER.writeValueAsString(tree);
      assertThat(JsonReader.forClients().read(text)).isEqualTo(MAPPER.readTree(text));
    }
  }

  private static JsonNode tree(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 11 : 9);
    return switch (kind) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(random.nextLong());
      case 4 -> NODES.numberNode(new BigInteger(90, random));
      case 5 ->
          NODES.numberNode(new BigDecimal(new BigInteger(40, random), random.nextInt(60) - 30));
      case 6 -> NODES.numberNode(random.nextGaussian());
      case 7 -> NODES.numberNode((short) random.nextInt(100));
      case 8 -> NODES.stringNode(NAMES[random.nextInt(NAMES.length)].repeat(random.nextInt(3)));
      case 9 -> {
        ArrayNode array = NODES.arrayNode();
        random.ints(random.nextInt(5)).forEach(unused -> array.add(tree(random, depth - 1)));
        yield array;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        random
            .ints(random.nextInt(6))
            .forEach(
                unused -> object.set(NAMES[random.nextInt(NAMES.length)], tree(random, depth - 1)));
        yield object;
      }
    };
  }

  @Test
  void nodesThatOnlyProgramsMakeAreWrittenAlike() {
    ObjectNode object = NODES.objectNode();
    object.put("bytes", new byte[] {1, 2, 3});
    object.putPOJO("list", new int[] {1, 2});
    object.put("nan", Double.NaN).put("float", 1.5f);
    object.set("missing", NODES.missingNode());
    assertWrittenAlike(object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{\"a\"", "{\"a\":", "[1,]", "{} {}", "[1] x", "]", "{\"a\":1,}", "\"a"})
  void refusesAlike(String text) {
    assertThatThrownBy(() -> MAPPER.readTree(text)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> JsonReader.forResources().read(text))
        .isInstanceOf(JacksonException.class);
  }

  /** Documents nest schemas deeper than messages may be. */
  @Test
  void aResourceMayBeAsDeepAsADocument() {
    String deep = "[".repeat(9_999) + "]".repeat(9_999);
    JsonNode read = JsonReader.forResources().read(deep);
    int depth = 0;
    while (read.isArray()) {
      depth++;
      read = read.path(0);
    }
    assertThat(depth).isEqualTo(9_999);
    assertThatThrownBy(() -> JsonReader.forResponses().read(deep))
        .isInstanceOf(JacksonException.class);
  }
}
