package dev.dragoman.runtime.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.execute.mock.SchemaSampler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Samples of schemas that are made to take for ever. */
@Timeout(60)
class HostileSamplesTest {

  private static JsonNode sample(String schema, Map<String, String> named) {
    Map<String, JsonNode> read = new HashMap<>();
    return SchemaSampler.sample(
        Json.of(schema.replace('\'', '"')),
        reference ->
            Optional.ofNullable(named.get(reference))
                .map(
                    text ->
                        read.computeIfAbsent(
                            reference, unused -> Json.of(text.replace('\'', '"')))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'allOf':[NEXT,NEXT]}
          {'oneOf':[NEXT,NEXT]}
          {'type':'object','required':['a','b'],'properties':{'a':NEXT,'b':NEXT}}
          {'type':'array','minItems':100,'items':NEXT}
          {'type':'object','properties':{'a':NEXT,'b':NEXT,'c':NEXT}}
          {'type':'object','additionalProperties':NEXT,'allOf':[NEXT,NEXT]}
          {'type':'array','prefixItems':[NEXT,NEXT,NEXT],'items':NEXT}
          """)
  void doubledSchemasEnd(String pattern) {
    Map<String, String> named = new HashMap<>();
    for (int level = 0; level < 60; level++) {
      named.put("#/s/" + level, pattern.replace("NEXT", "{'$ref':'#/s/" + (level + 1) + "'}"));
    }
    named.put("#/s/60", "{'type':'string'}");
    assertThat(sample("{'$ref':'#/s/0'}", named)).isNotNull();
  }

  /** Each of many values merges many parts with many members. */
  @Test
  void wideMergesEnd() {
    Map<String, String> named = new HashMap<>();
    StringBuilder parts = new StringBuilder("{}");
    for (int part = 0; part < 150; part++) {
      StringBuilder members = new StringBuilder("'x':{}");
      for (int member = 0; member < 1_000; member++) {
        members.append(",'m").append(part * 7 + member).append("':{'type':'string'}");
      }
      named.put("#/s/p" + part, "{'properties':{" + members + "}}");
      parts.append(",{'$ref':'#/s/p").append(part).append("'}");
    }
    named.put("#/s/w", "{'type':'object','allOf':[" + parts + "]}");
    assertThat(sample("{'type':'array','minItems':100,'items':{'$ref':'#/s/w'}}", named))
        .isNotNull();
  }
}
