package dev.dragoman.runtime.execute.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dragoman.runtime.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemaSamplerTest {
  private static final JsonNode SCHEMAS =
      Json.of(
          """
          {"$defs": {
            "Id": {"type": "integer", "minimum": 10},
            "Node": {"type": "object", "required": ["id"], "properties": {
               "id": {"$ref": "#/$defs/Id"}, "parent": {"$ref": "#/$defs/Node"},
               "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}}}},
            "Wrapped": {"type": "object", "properties": {
               "n": {"type": "string"}, "next": {"allOf": [{"$ref": "#/$defs/Wrapped"}]}}},
            "Endless": {"type": "object", "required": ["e"], "properties": {"e": {"$ref": "#/$defs/Endless"}}},
            "Itself": {"$ref": "#/$defs/Itself"},
            "Ping": {"allOf": [{"$ref": "#/$defs/Pong"}]},
            "Pong": {"allOf": [{"$ref": "#/$defs/Ping"}, {"type": "object"}]},
            "Expr": {"oneOf": [{"$ref": "#/$defs/Binary"}, {"$ref": "#/$defs/Literal"}]},
            "Binary": {"type": "object", "required": ["left", "right"], "properties": {
               "left": {"$ref": "#/$defs/Expr"}, "right": {"$ref": "#/$defs/Expr"}}},
            "Literal": {"type": "string", "enum": ["lit"]},
            "Value": {"anyOf": [{"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Value"}}, {"type": "string"}]},
            "Base": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
            "Cat": {"allOf": [{"$ref": "#/$defs/Base"}, {"type": "object", "required": ["friend"],
               "properties": {"friend": {"$ref": "#/$defs/Dog"}}}]},
            "Dog": {"allOf": [{"$ref": "#/$defs/Base"}, {"type": "object", "properties": {"bark": {"type": "boolean"}}}]}
          }}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                     | "string"
          {"type": "string"}                                     | "string"
          {"type": "string", "format": "date-time"}              | "2026-01-15T09:30:00Z"
          {"type": "string", "format": "unheard-of"}             | "string"
          {"type": "string", "maxLength": 3}                     | "str"
          {"type": "string", "minLength": 8}                     | "stringxx"
          {"type": "string", "minLength": 2000000000}            | "string"
          {"type": "string", "enum": ["b", "a"]}                 | "b"
          {"type": "string", "const": "c"}                       | "c"
          {"type": "string", "default": "d"}                     | "d"
          {"type": "string", "example": "e", "default": "d"}     | "e"
          {"type": "string", "examples": ["f", "g"]}             | "f"
          {"type": "string", "example": 5}                       | "string"
          {"type": "string", "example": "x", "enum": ["y"]}      | "y"
          {"type": "string", "example": null, "nullable": true}  | null
          {"type": ["null", "integer"]}                          | 1
          {"type": "null"}                                       | null
          {"type": "boolean"}                                    | true
          {"type": "integer"}                                    | 1
          {"type": "integer", "minimum": 5}                      | 5
          {"type": "integer", "maximum": -5}                     | -5
          {"type": "integer", "exclusiveMinimum": 5}             | 6
          {"type": "integer", "minimum": 5, "exclusiveMinimum": true} | 6
          {"type": "integer", "exclusiveMaximum": 1}             | 0
          {"type": "integer", "minimum": 7, "multipleOf": 5}     | 10
          {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1} | 0.5
          {"type": "number", "minimum": 1e999999999}             | 1
          {"type": "array", "items": {"type": "integer"}}        | [1]
          {"type": "array", "minItems": 2, "items": {"type": "integer"}} | [1,1]
          {"type": "array", "maxItems": 0, "items": {}}          | []
          {"prefixItems": [{"type": "integer"}, {"type": "boolean"}]} | [1,true]
          {"type": "object"}                                     | {}
          {"properties": {"b": {"type": "integer"}, "a": {}}, "required": ["a"]} | {"a":"string","b":1}
          {"properties": {"w": {"writeOnly": true}, "r": {"readOnly": true}}}    | {"r":"string"}
          {"additionalProperties": {"type": "integer"}}          | {"key":1}
          {"type": "object", "additionalProperties": true}       | {}
          {"allOf": [{"properties": {"a": {"type": "integer"}}}, {"required": ["b"], "properties": {"b": {}}}]} | {"b":"string","a":1}
          {"allOf": [{"properties": {"a": {"type": "integer"}}}, {"properties": {"a": {"minimum": 7}}}]} | {"a":7}
          {"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]} | "b"
          {"oneOf": [{"type": "null"}, {"type": "integer"}]}     | 1
          {"anyOf": [{"type": "boolean"}, {"type": "integer"}]}  | true
          {"$ref": "#/$defs/Id"}                                 | 10
          {"$ref": "#/$defs/Id", "minimum": 20}                  | 20
          {"$ref": "#/$defs/Nowhere"}                            | "string"
          {"$ref": "#/$defs/Node"}                               | {"id":10,"children":[]}
          {"$ref": "#/$defs/Wrapped"}                            | {"n":"string"}
          {"$ref": "#/$defs/Endless"}                            | null
          {"$ref": "#/$defs/Itself"}                             | "string"
          {"$ref": "#/$defs/Ping"}                               | {}
          {"$ref": "#/$defs/Expr"}                               | {"left":"lit","right":"lit"}
          {"$ref": "#/$defs/Value"}                              | ["string"]
          {"$ref": "#/$defs/Cat"}                                | {"kind":"string","friend":{"kind":"string","bark":true}}
          true                                                   | "string"
          """)
  void samples(String schema, String expected) {
    assertThat(sample(Json.of(schema), SCHEMAS)).hasToString(expected);
  }

  @Test
  void discriminatorsNameTheChosenSchema() {
    JsonNode schema =
        Json.of(
            """
            {"oneOf": [{"$ref": "#/$defs/Dog"}, {"$ref": "#/$defs/Cat"}],
             "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/$defs/Dog"}}}""");
    assertThat(sample(schema, SCHEMAS).path("kind").stringValue()).isEqualTo("dog");
    ((ObjectNode) schema.path("discriminator")).remove("mapping");
    assertThat(sample(schema, SCHEMAS).path("kind").stringValue()).isEqualTo("Dog");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date-time",
        "date",
        "time",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uuid",
        "duration",
        "json-pointer",
        "regex",
        "uri-reference"
      })
  void formatsHold(String format) {
    JsonNode schema = Json.of("{\"type\": \"string\", \"format\": \"" + format + "\"}");
    assertValid(schema, sample(schema, schema));
  }

  @Test
  void wideAndDeepSchemasStaySmall() {
    JsonNode optional = wideAndDeep("");
    String sample = sample(Json.of("{\"$ref\": \"#/$defs/L0\"}"), optional).toString();
    assertThat(sample).hasSizeBetween(1_000, 100_000);
  }

  @Test
  void whatRequiresTooMuchHasNoSample() {
    JsonNode required = wideAndDeep(", \"required\": [\"p0\", \"p1\", \"p2\", \"p3\", \"p4\"]");
    assertThat(sample(Json.of("{\"$ref\": \"#/$defs/L0\"}"), required).isNull()).isTrue();
  }

  /** Twelve levels of objects with twenty properties each: 20^12 values in full. */
  private static JsonNode wideAndDeep(String keywords) {
    StringBuilder schemas = new StringBuilder("{\"$defs\": {\"L12\": {}");
    for (int level = 0; level < 12; level++) {
      schemas.append(",\"L").append(level).append("\": {\"properties\": {\"x\": {}");
      for (int property = 0; property < 20; property++) {
        schemas.append(",\"p").append(property);
        schemas.append("\": {\"$ref\": \"#/$defs/L").append(level + 1).append("\"}");
      }
      schemas.append("}").append(keywords).append("}");
    }
    return Json.of(schemas + "}}");
  }

  @Test
  void schemasNestedWithoutEndEnd() {
    String deep =
        "{\"type\": \"array\", \"minItems\": 1, \"items\": ".repeat(100) + "{}" + "}".repeat(100);
    assertThat(sample(Json.of(deep), SCHEMAS).isNull()).isTrue();
  }

  /** Every component of GitHub's document has a sample; nearly all of them fit their schema. */
  @Test
  void samplesOfARealDocumentFitTheirSchemas() throws IOException {
    String shared = System.getProperty("dragoman.shared", "");
    Path file = Path.of(shared, "specs", "dev", "github.json");
    assumeThat(!shared.isEmpty() && Files.exists(file)).isTrue();
    JsonNode document = Json.of(Files.readString(file));
    int valid = 0;
    int all = 0;
    for (String name : document.path("components").path("schemas").propertyNames()) {
      JsonNode schema = Json.of("{\"$ref\": \"#/components/schemas/" + name + "\"}");
      ObjectNode whole = ((ObjectNode) schema).deepCopy();
      whole.set("components", document.path("components"));
      all++;
      valid += validator(whole).validate(sample(schema, document)).isEmpty() ? 1 : 0;
    }
    assertThat(all).isGreaterThan(500);
    assertThat(valid / (double) all).isGreaterThan(0.95);
  }

  private static JsonNode sample(JsonNode schema, JsonNode root) {
    Function<String, Optional<JsonNode>> resolver =
        reference ->
            Optional.of(root.at(reference.substring(1))).filter(found -> !found.isMissingNode());
    JsonNode sample = SchemaSampler.sample(schema, resolver);
    assertThat(SchemaSampler.sample(schema, resolver)).as("the same every time").isEqualTo(sample);
    return sample;
  }

  private static void assertValid(JsonNode schema, JsonNode value) {
    assertThat(
            validator(schema)
                .validate(
                    value,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("%s", value)
        .isEmpty();
  }

  private static Schema validator(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
