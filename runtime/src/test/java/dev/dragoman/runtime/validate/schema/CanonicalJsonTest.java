package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Canonical text stands for the value. */
class CanonicalJsonTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void randomValuesAreEqualExactlyWhenTheirCanonicalTextIs() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      JsonNode left = value(random, 3);
      JsonNode right = value(random, 3);
      assertThat(CanonicalJson.of(left).equals(CanonicalJson.of(right)))
          .as(left + " " + right)
          .isEqualTo(left.equals(right));
    }
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(3));
      case 3 -> NODES.stringNode("ab1;\"{n".substring(0, random.nextInt(4)));
      case 4 ->
          NODES.arrayNode().add(value(random, depth - 1)).add(value(random, random.nextInt(depth)));
      default -> NODES.objectNode().set(random.nextBoolean() ? "a" : "b", value(random, depth - 1));
    };
  }
}
