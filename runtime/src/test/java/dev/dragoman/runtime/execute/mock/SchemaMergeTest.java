package dev.dragoman.runtime.execute.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaMergeTest {
  private static final JsonNode SCHEMAS =
      Json.of(
          """
          {"Pet": {"type": "object", "example": {"a": 1}, "description": "pet", "properties": {"a": {"type": "integer"}}},
           "Size": {"type": "integer", "minimum": 5, "default": 6},
           "Cat": {"properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
           "Loop": {"allOf": [{"$ref": "Loop"}], "minimum": 1}}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"$ref":"Size"}                                        | {"type":"integer","minimum":5,"default":6}
          {"$ref":"Size","minimum":7,"default":8}                | {"type":"integer","minimum":7,"default":8}
          {"$ref":"Size","minimum":2}                            | {"type":"integer","minimum":5,"default":6}
          {"$ref":"Nowhere","minimum":2}                         | {"minimum":2}
          {"allOf":[{"$ref":"Size"}],"default":8}                | {"default":8,"type":"integer","minimum":5}
          {"allOf":[{"$ref":"Size"}],"minimum":9}                | {"minimum":9,"type":"integer","default":6}
          {"allOf":[{"minimum":5},{"minimum":3}]}                | {"minimum":5}
          {"allOf":[{"maximum":5},{"maximum":9}]}                | {"maximum":5}
          {"allOf":[{"minLength":5,"maxLength":9},{"minLength":3,"maxLength":20}]} | {"minLength":5,"maxLength":9}
          {"allOf":[{"minItems":2},{"minItems":1}]}              | {"minItems":2}
          {"allOf":[{"exclusiveMinimum":true,"minimum":1},{"exclusiveMinimum":3}]} | {"exclusiveMinimum":3,"minimum":1}
          {"allOf":[{"type":"integer"},{"type":"number"}]}       | {"type":"integer"}
          {"allOf":[{"type":["string","null"]},{"type":"string"}]} | {"type":"string"}
          {"allOf":[{"type":"string"},{"type":["string","null"]}]} | {"type":"string"}
          {"allOf":[{"type":"number"},{"type":["integer","null"]}]} | {"type":"integer"}
          {"allOf":[{"type":["string","boolean"]},{"type":["null","boolean","string"]}]} | {"type":["boolean","string"]}
          {"allOf":[{"type":"string"},{"type":"boolean"}]}       | {"type":"boolean"}
          {"allOf":[{"multipleOf":5},{"multipleOf":3}]}          | {"multipleOf":3}
          {"allOf":[{"minimum":5},{"minimum":"x"}]}              | {"minimum":"x"}
          {"allOf":[{"required":["a","b"]},{"required":["b","c"]}]} | {"required":["a","b","c"]}
          {"allOf":[{"enum":[1,2]},{"enum":[3]}]}                | {"enum":[3]}
          {"allOf":[{"enum":[1,2,3]},{"enum":[3,2]}]}            | {"enum":[3,2]}
          {"allOf":[{"properties":{"a":{"minimum":1}}},{"properties":{"a":{"minimum":1}}}]} | {"properties":{"a":{"minimum":1}}}
          {"oneOf":[{"type":"null"},{"$ref":"Size"}]}            | {"type":"integer","minimum":5,"default":6}
          {"anyOf":[{"type":"null"}]}                            | {}
          {"oneOf":[]}                                           | {}
          true                                                   | {}
          {"$ref":"Loop"}                                        | {"minimum":1}
          """)
  void theFlattenedSchemaAsksForWhatItsPartsAskFor(String schema, String expected) {
    assertThat(flat(schema)).isEqualTo(Json.of(expected));
  }

  /** In OpenAPI 3.0, an allOf with one reference is the only way to say more of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"allOf":[{"$ref":"Pet"}],"example":{"a":2}}      | {"a":2}
          {"$ref":"Pet","example":{"a":2}}                  | {"a":2}
          {"allOf":[{"$ref":"Pet"}]}                        | {"a":1}
          {"allOf":[{"$ref":"Pet"}],"description":"other"}  | {"a":1}
          {"anyOf":[{"$ref":"Pet"}],"example":{"a":3}}      | {"a":3}
          {"allOf":[{"$ref":"Size"}],"default":9}           | 9
          {"allOf":[{"$ref":"Size"}],"examples":[7]}        | 7
          {"allOf":[{"$ref":"Pet"}],"examples":[{"a":9}]}   | {"a":9}
          {"$ref":"Pet","examples":[{"a":9}]}               | {"a":9}
          """)
  void theOuterExampleTakesPrecedence(String schema, String expected) {
    assertThat(
            SchemaSampler.sample(
                Json.of(schema), reference -> Optional.ofNullable(SCHEMAS.get(reference))))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"propertyName":"kind"}                                       | "Cat"
          {"propertyName":"kind","mapping":{"dog":"Dog","cat":"Cat"}}   | "cat"
          {"propertyName":"kind","mapping":{"cat":"#/schemas/Cat"}}     | "Cat"
          {"mapping":{"cat":"Cat"}}                                     | missing
          """)
  void theDiscriminatorNamesWhatWasChosen(String discriminator, String expected) {
    JsonNode kind =
        flat("{\"oneOf\":[{\"$ref\":\"Cat\"}],\"discriminator\":" + discriminator + "}")
            .path("properties")
            .path("kind");
    JsonNode constant = kind.has("allOf") ? kind.path("allOf").path(1) : kind;
    assertThat(constant.has("const") ? constant.path("const").toString() : "missing")
        .isEqualTo(expected);
  }

  @Test
  void aSchemaOfVeryManyPartsIsMergedAsFarAsItsWorkAllows() {
    String parts =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "{\"properties\":{\"p" + i + "\":{}}}")
            .collect(Collectors.joining(",", "{\"allOf\":[", "]}"));
    int properties = flat(parts).path("properties").size();
    assertThat(properties).isBetween(1, 1_000);
  }

  private static JsonNode flat(String schema) {
    return new SchemaMerge(
            reference -> Optional.ofNullable(SCHEMAS.get(reference)),
            Set.of(),
            WorkLimit.standard())
        .flatten(Json.of(schema));
  }
}
