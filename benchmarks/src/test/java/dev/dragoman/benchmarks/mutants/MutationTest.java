package dev.dragoman.benchmarks.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MutationTest {
  private static final JsonNode DOCUMENT =
      JsonMapper.shared().readTree("{\"a\": {\"b\": [1, \"x\", null]}, \"c\": true}");

  @Test
  void theSameSeedMakesTheSameMutant() {
    assertThat(mutant(7)).isEqualTo(mutant(7));
  }

  @Test
  void seedsMakeManyMutantsOfOneDocument() {
    Set<JsonNode> mutants = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      mutants.add(mutant(seed));
    }
    assertThat(mutants).hasSizeGreaterThan(100);
    assertThat(DOCUMENT.toString()).isEqualTo("{\"a\":{\"b\":[1,\"x\",null]},\"c\":true}");
  }

  private static JsonNode mutant(long seed) {
    JsonNode mutant = DOCUMENT.deepCopy();
    Mutation.apply(mutant, seed);
    return mutant;
  }

  @Test
  void aFaultChangesOneThing() {
    String text =
        "{\"components\":{\"schemas\":{\"A\":{\"$ref\":\"#/components/schemas/B\"},\"B\":{}}}}";
    for (long seed = 0; seed < 30; seed++) {
      JsonNode document = JsonMapper.shared().readTree(text);
      assertThat(FaultMutation.apply(document, seed)).isNotEmpty();
      assertThat(document).isNotEqualTo(JsonMapper.shared().readTree(text));
      JsonNode again = JsonMapper.shared().readTree(text);
      var unused = FaultMutation.apply(again, seed);
      assertThat(again).isEqualTo(document);
    }
  }
}
