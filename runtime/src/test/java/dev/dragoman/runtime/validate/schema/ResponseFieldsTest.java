package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The fields that schemas declare, with alternatives, lists and schemas that are open. */
class ResponseFieldsTest {
  private static final Map<String, String> DOCUMENT =
      Map.of(
          "#/Issue",
          """
          {"allOf": [{"$ref": "#/Base"}], "properties": {"title": {}, "parent": {"$ref": "#/Issue"},
            "user": {"oneOf": [{"type": "string"}, {"properties": {"login": {}}}]},
            "labels": {"type": "array", "items": {"properties": {"name": {}}}}}}
          """,
          "#/Base",
          "{\"properties\": {\"id\": {}}}",
          "#/Map",
          "{\"properties\": {\"id\": {}}, \"additionalProperties\": {\"type\": \"string\"}}",
          "#/Open",
          "{\"properties\": {\"id\": {}}, \"additionalProperties\": true}",
          "#/Any",
          "{\"anyOf\": [{\"properties\": {\"id\": {}}}, {\"type\": \"object\"}]}",
          "#/Issues",
          "{\"type\": \"array\", \"items\": {\"$ref\": \"#/Issue\"}}",
          "#/Job",
          """
          {"properties": {"state": {"type": "string"}, "owner": {"type": ["string", "object"]},
            "tags": {"type": "array", "items": {"type": "string"}}, "note": {},
            "when": {"type": ["string", "null"], "oneOf": [{"format": "date"}, {"format": "time"}]},
            "ticks": {"items": {"items": {"type": "number"}}}}}
          """,
          "#/Page",
          "{\"properties\": {\"total\": {}, \"data\": {\"$ref\": \"#/Issues\"}}}");

  private static ResponseFields fields(String name) {
    SchemaCache schemas =
        new SchemaCache(reference -> Optional.ofNullable(DOCUMENT.get(reference)).map(Json::of));
    return new ResponseFields(List.of(schemas.get(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Issue  | id                 |
          Issue  | parent.parent.id   |
          Issue  | parent.parent.idd  | idd
          Issue  | user.login         |
          Issue  | user.name          | name
          Issue  | labels.name        |
          Issue  | labels.nme         | nme
          Issue  | /labels/0/nme      | nme
          Issues | titel              | titel
          Issues | /3/title           |
          Page   | data.labels.nme    | nme
          Map    | anything           |
          Open   | anything           |
          Any    | anything           |
          Base   | anything           | anything
          Job    | state.name         | name
          Job    | state.0            | 0
          Job    | tags.name          | name
          Job    | tags.3             |
          Job    | ticks.0.0.x        | x
          Job    | note.text          |
          Job    | owner.id           |
          Job    | when.x             | x
          """)
  void aFieldIsDeclaredOrNot(String schema, String path, String unknown) {
    assertThat(fields("#/" + schema).unknown(FieldPath.of(path)).map(ResponseFields.Unknown::name))
        .isEqualTo(Optional.ofNullable(unknown));
  }

  @Test
  void theNamesAreInAlphabeticalOrder() {
    Set<String> declared = Set.of("nab", "nad", "nae", "naf", "nag", "nah", "naj", "nak", "nal");

    ResponseFields.Unknown unknown = new ResponseFields.Unknown("nam", declared);

    assertThat(unknown.sorted()).containsExactlyElementsOf(new TreeSet<>(declared));
    assertThat(NearestName.to("nam", unknown.declared()))
        .as("the same one of equally similar names in each run")
        .contains("nab");
  }

  @Test
  void theOnlyListIsKnown() {
    assertThat(fields("#/Page").onlyList()).contains("data");
    assertThat(fields("#/Issue").onlyList()).contains("labels");
    assertThat(fields("#/Issues").onlyList()).isEmpty();
    assertThat(fields("#/Base").onlyList()).isEmpty();
  }

  @Test
  void theShapeHasTheSameFields() {
    JsonNode issue = fields("#/Issues").shape().path("items");

    assertThat(issue.path("fields").propertyNames())
        .containsExactlyInAnyOrder("id", "labels", "parent", "title", "user");
    assertThat(issue.path("open").asBoolean(false)).isFalse();
    assertThat(issue.path("fields").path("labels").path("items").path("fields").has("name"))
        .isTrue();
    assertThat(issue.path("fields").path("user").path("fields").has("login")).isTrue();
    assertThat(fields("#/Any").shape().path("open").booleanValue()).isTrue();
    assertThat(fields("#/Map").shape().path("open").booleanValue()).isTrue();
  }
}
