package dev.dragoman.runtime.execute.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.mock.MockApi.Answer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a caller does to collections and items; see docs/decisions/mock.md. */
class ResourceMockTest {
  private static final String SCHEMAS =
      """
      {"thing": {"type": "object", "properties": {
         "id": {"type": "integer", "example": 100}, "key": {"type": "string", "example": "T-1"},
         "name": {"type": "string"}, "done": {"type": "boolean"},
         "owner": {"type": "object", "properties": {"login": {"type": "string"}}},
         "note": {"type": "string"}, "secret": {"type": "string", "writeOnly": true},
         "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
         "labels": {"type": "array", "items": {"$ref": "label"}}}},
       "label": {"type": "object", "properties": {
         "name": {"type": "string", "example": "bug"}, "color": {"type": "string", "example": "red"}}},
       "settings": {"type": "object", "required": ["mode"], "properties": {
         "mode": {"type": "string", "example": "fast"}, "level": {"type": "integer", "example": 3}}}}""";

  private static final String OPERATIONS =
      """
      {"GET /things": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "thing"}}}}}}},
       "POST /things": {"responses": {"201": {"content": {"application/json": {"schema": {"$ref": "thing"}}}}}},
       "GET /things/{idOrKey}": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "thing"}}}}}},
       "PUT /things/{idOrKey}": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "thing"}}}}}},
       "PATCH /things/{idOrKey}": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "thing"}}}}}},
       "DELETE /things/{idOrKey}": {"responses": {"204": {}}},
       "POST /things/{idOrKey}/close": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "thing"}}}}}},
       "GET /things/{idOrKey}/labels": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "label"}}}}}}},
       "POST /things/{idOrKey}/labels": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "label"}}}}}}},
       "PUT /things/{idOrKey}/labels": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "label"}}}}}}},
       "DELETE /things/{idOrKey}/labels": {"responses": {"204": {}}},
       "GET /things/{idOrKey}/labels/{name}": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "label"}}}}}},
       "DELETE /things/{idOrKey}/labels/{name}": {"responses": {"204": {}}},
       "GET /things/{idOrKey}/settings": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "settings"}}}}}},
       "PUT /things/{idOrKey}/settings": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "settings"}}}}}},
       "DELETE /things/{idOrKey}/settings": {"responses": {"204": {}}},
       "GET /things/{idOrKey}/limits": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object", "properties": {"limit": {"type": "object", "properties": {"id": {"type": "integer"}, "most": {"type": "integer"}}}}}}}}}},
       "PUT /things/{idOrKey}/limits": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object", "properties": {"limit": {"type": "object", "properties": {"id": {"type": "integer"}, "most": {"type": "integer"}}}}}}}}}},
       "GET /files/{name}": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object", "properties": {"name": {"type": "string"}}}}}}}},
       "DELETE /files/{name}": {"responses": {"204": {}}},
       "POST /things/search": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "thing"}}}}}}}}""";

  private final MockApi api = new MockApi(OPERATIONS, SCHEMAS);

  private JsonNode body(String call) {
    return body(call, "");
  }

  private JsonNode body(String call, String body) {
    Answer answer = api.call(call, body);
    assertThat(answer.status()).as(call).isBetween(200, 299);
    return answer.body();
  }

  private int status(String call) {
    return api.call(call, "").status();
  }

  private String names(String call, String property) {
    return body(call)
        .valueStream()
        .map(item -> item.path(property).asString(""))
        .collect(Collectors.joining(","));
  }

  @Test
  void aNewItemHasTheNextIdAndComesFirst() {
    assertThat(names("GET /things", "id")).isEqualTo("100,101,102");
    Answer created =
        api.call("POST /things", "{\"name\":\"lamp\",\"owner\":\"ada\",\"done\":\"false\"}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/things/T-4");
    JsonNode thing = created.body();
    assertThat(thing.path("id").asInt()).isEqualTo(103);
    assertThat(thing.path("owner")).hasToString("{\"login\":\"ada\"}");
    assertThat(thing.path("done").isBoolean()).isTrue();
    assertThat(names("GET /things", "id")).isEqualTo("103,100,101,102");
    assertThat(body("GET /things/T-4")).isEqualTo(thing);
    assertThat(body("GET /things/103")).isEqualTo(thing);
  }

  @ParameterizedTest
  @CsvSource({"100, T-1", "T-1, 100", "101, T-2", "T-3, 102"})
  void anItemOfTheListIsDeletedByEachOfItsIds(String id, String other) {
    api.call("DELETE /things/" + id, "");
    assertThat(status("GET /things/" + id)).isEqualTo(404);
    assertThat(status("GET /things/" + other)).isEqualTo(404);
    assertThat(status("DELETE /things/" + other)).isEqualTo(404);
    assertThat(status("GET /things/" + other + "/labels")).isEqualTo(404);
    assertThat(body("GET /things")).hasSize(2);
    api.call("PUT /things/" + id, "{\"name\":\"again\"}");
    assertThat(body("GET /things/" + other).path("name").asString()).isEqualTo("again");
    assertThat(body("GET /things")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"103", "T-4"})
  void aNewItemIsDeletedByEachOfItsIds(String id) {
    api.call("POST /things", "{}");
    assertThat(status("DELETE /things/" + id)).isEqualTo(204);
    assertThat(status("GET /things/103")).isEqualTo(404);
    assertThat(status("GET /things/T-4")).isEqualTo(404);
    assertThat(names("GET /things", "id")).isEqualTo("100,101,102");
  }

  @Test
  void aChangeKeepsOtherValuesAndAReplacementDoesNot() {
    api.call("PATCH /things/101", "{\"note\":\"n\",\"owner\":{\"login\":\"ada\"}}");
    api.call("PATCH /things/T-2", "{\"done\":false}");
    JsonNode changed = body("GET /things").path(1);
    assertThat(changed.path("note").asString()).isEqualTo("n");
    assertThat(changed.path("done").asBoolean()).isFalse();
    assertThat(changed.path("owner")).hasToString("{\"login\":\"ada\"}");
    assertThat(body("GET /things/101")).isEqualTo(changed);
    api.call("PUT /things/101", "{\"name\":\"new\"}");
    JsonNode replaced = body("GET /things/T-2");
    assertThat(replaced.path("name").asString()).isEqualTo("new");
    assertThat(replaced.path("id").asInt()).isEqualTo(101);
    assertThat(replaced.path("note").asString()).isEqualTo("string");
    assertThat(body("GET /things").path(1)).isEqualTo(replaced);
  }

  @Test
  void whatTheResponseDoesNotHaveIsLeftOut() {
    JsonNode thing = body("POST /things", "{\"secret\":\"s\",\"unknown\":1}");
    assertThat(thing.has("secret")).isFalse();
    assertThat(thing.has("unknown")).isFalse();
  }

  @Test
  void valuesOfAMapAreKept() {
    JsonNode thing = body("POST /things", "{\"metadata\":{\"order\":\"7\",\"名前\":\"x\"}}");
    assertThat(thing.path("metadata")).hasToString("{\"order\":\"7\",\"名前\":\"x\"}");
    assertThat(body("GET /things/103").path("metadata")).isEqualTo(thing.path("metadata"));
    assertThat(body("GET /things").path(0).path("metadata")).isEqualTo(thing.path("metadata"));
    assertThat(body("GET /things/100").path("metadata")).hasToString("{\"key\":\"string\"}");
  }

  @Test
  void labelsAreAddedByTheirNamesEvenIfTheSampleHasThem() {
    assertThat(names("POST /things/103/labels", "name")).isNotEmpty();
    api.call("POST /things/100/labels", "{\"labels\":[\"ui\",\"bug\"]}");
    assertThat(names("GET /things/100/labels", "name").split(",", -1)).contains("ui", "bug");
    api.call("PUT /things/100/labels", "[\"bug\",\"new\"]");
    assertThat(names("GET /things/100/labels", "name")).isEqualTo("new,bug");
    assertThat(
            body("GET /things/100")
                .path("labels")
                .valueStream()
                .map(l -> l.path("name").asString()))
        .containsExactly("new", "bug");
    assertThat(names("GET /things/101/labels", "name")).doesNotContain("new");
  }

  @Test
  void anEmptyListAddsNothingAndReplacesEverything() {
    int before = body("GET /things/100/labels").size();
    api.call("POST /things/100/labels", "{\"labels\":[]}");
    assertThat(body("GET /things/100/labels")).hasSize(before);
    api.call("PUT /things/100/labels", "{\"labels\":[]}");
    assertThat(body("GET /things/100/labels")).isEmpty();
    assertThat(status("GET /things/100/labels/bug")).isEqualTo(404);
    assertThat(status("DELETE /things/100/labels/bug")).isEqualTo(404);
  }

  @Test
  void aLabelOfAnotherItemIsNotDeleted() {
    api.call("POST /things/100/labels", "{\"labels\":[\"mine\"]}");
    api.call("DELETE /things/101/labels/mine", "");
    assertThat(names("GET /things/100/labels", "name")).contains("mine");
  }

  @Test
  void aNewItemHasNoItemsBelowIt() {
    api.call("POST /things", "{}");
    assertThat(body("GET /things/T-4/labels")).isEmpty();
    assertThat(body("GET /things/103/labels")).isEmpty();
  }

  @Test
  void whatExistsOnceIsReplacedAndRemoved() {
    assertThat(body("PUT /things/100/settings", "{\"mode\":\"slow\"}"))
        .hasToString("{\"mode\":\"slow\",\"level\":3}");
    assertThat(body("GET /things/100/settings").path("mode").asString()).isEqualTo("slow");
    assertThat(body("GET /things/101/settings").path("mode").asString()).isEqualTo("fast");
    api.call("DELETE /things/100/settings", "");
    assertThat(status("GET /things/100/settings")).isEqualTo(404);
    assertThat(status("GET /things/100")).isEqualTo(200);
  }

  @Test
  void whatExistsOnceMayBeWrappedInItsName() {
    api.call("PUT /things/100/limits", "{\"most\":7}");
    assertThat(body("GET /things/100/limits")).hasToString("{\"limit\":{\"id\":1,\"most\":7}}");
    assertThat(body("GET /things/101/limits")).hasToString("{\"limit\":{\"id\":1,\"most\":1}}");
  }

  @Test
  void anIdMayEndLikeAFile() {
    assertThat(body("GET /files/report.json").path("name").asString()).isEqualTo("report.json");
    api.call("DELETE /files/report.json", "");
    assertThat(status("GET /files/report.json")).isEqualTo(404);
    assertThat(status("GET /files/report")).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST /things/100/close | {"name":"closed"}
          POST /things/search    | {"name":"lamp"}
          POST /things           | "text"
          POST /things           | [1]
          """)
  void whatIsNotKnownChangesNothing(String call, String body) {
    JsonNode before = body("GET /things");
    assertThat(api.call(call, body).status()).isBetween(200, 201);
    assertThat(api.call("PATCH /things/100", "[1]").status()).isEqualTo(200);
    assertThat(body("GET /things")).hasSizeGreaterThanOrEqualTo(before.size());
    assertThat(body("GET /things/100")).isEqualTo(before.path(0));
  }
}
