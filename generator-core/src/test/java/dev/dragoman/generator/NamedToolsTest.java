package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import dev.dragoman.generator.testing.LiveUpstream.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Operations as tools of their own, in a generated server before an API on loopback. */
@Timeout(120)
class NamedToolsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Shop, version: "1"}
      servers: [{url: "https://shop.example"}]
      paths:
        /items/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: getItem
            summary: Shows an item.
            parameters:
              - {name: "filter[color]", in: query, schema: {type: [string, "null"], enum: [red, blue, null]}}
              - {name: depth, in: query, schema: {type: integer, minimum: 1, maximum: 3}}
            responses:
              "200":
                description: OK
                content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
          put:
            operationId: replaceItem
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    allOf:
                      - {$ref: "#/components/schemas/Named"}
                      - {type: object, required: [price], properties: {price: {type: number}}}
            responses: {"204": {description: Done}}
          patch:
            operationId: moveItem
            requestBody:
              content:
                application/json:
                  schema: {type: object, properties: {id: {type: string}, shelf: {type: integer}}}
            responses: {"204": {description: Done}}
          post:
            operationId: noteItem
            parameters: [{name: body, in: query, required: true, schema: {type: string, maxLength: 5}}]
            requestBody:
              required: true
              content: {text/plain: {schema: {type: string, minLength: 2}}}
            responses: {"204": {description: Done}}
          delete:
            operationId: search
            responses: {"204": {description: Gone}}
      components:
        schemas:
          Named:
            type: object
            required: [name]
            properties: {name: {type: string, maxLength: 5}, note: {type: [string, "null"]}}
          Item:
            type: object
            properties:
              id: {type: string}
              price: {type: number}
              parts: {type: array, items: {$ref: "#/components/schemas/Item"}}
              owner: {type: object, properties: {mail: {type: string}, name: {type: string}}}
      """;

  private static final String CONFIGURATION =
      """
      toolMode: both
      tools:
        - operation: getItem
          name: red_item
          title: A red item
          description: Shows a red item with its parts.
          fixed: {"filter[color]": red}
          hide: [depth]
          fields: [id, owner.name, parts.id]
        - operation: PUT /items/{id}
          name: rename_item
          fixed: {price: 1.50}
      """;

  private static final String ITEM =
      "{\"id\":\"a\",\"price\":1.0,\"owner\":{\"mail\":\"m\",\"name\":\"n\"},"
          + "\"parts\":[{\"id\":\"b\",\"price\":2}]}";

  @TempDir static Path folder;
  private static LiveApi api;

  @BeforeAll
  static void build() throws Exception {
    api = LiveApi.build(DOCUMENT, CONFIGURATION, folder);
  }

  private static String json(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static Request only(LiveSession session) {
    List<Request> requests = session.upstream().take();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void theListHasPlainSchemasAndHintsOfTheAccessLevel() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      JsonNode tools = session.tools();
      assertThat(tools.valueStream().map(tool -> tool.path("name").stringValue()))
          .contains("search", "execute", "red_item", "rename_item", "moveItem")
          .doesNotContain("getItem", "replaceItem")
          .anyMatch(name -> name.matches("search_[0-9a-f]{6}"));
      JsonNode red = tool(tools, "red_item");
      assertThat(red.path("title").stringValue()).isEqualTo("A red item");
      assertThat(red.path("description").stringValue())
          .isEqualTo("Shows a red item with its parts.");
      assertThat(red.path("inputSchema"))
          .hasToString(
              "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},"
                  + "\"required\":[\"id\"],\"additionalProperties\":false}");
      assertThat(red.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(red.at("/outputSchema/properties/body/properties").propertyNames())
          .containsExactly("id", "parts", "owner");
      assertThat(red.path("outputSchema").toString()).doesNotContain("mail", "$ref");
      JsonNode rename = tool(tools, "rename_item");
      assertThat(rename.at("/inputSchema/properties").propertyNames())
          .containsExactly("id", "name", "note");
      assertThat(rename.at("/inputSchema/required")).hasToString("[\"id\",\"name\"]");
      assertThat(rename.at("/inputSchema/properties/note/type")).hasToString("\"string\"");
      assertThat(rename.at("/annotations/idempotentHint").booleanValue()).isTrue();
      assertThat(rename.at("/annotations/destructiveHint").booleanValue()).isFalse();
      JsonNode move = tool(tools, "moveItem");
      assertThat(move.at("/inputSchema/properties").propertyNames())
          .as("the body has a property with the name of a parameter")
          .containsExactly("id", "body");
    }
  }

  private static JsonNode tool(JsonNode tools, String name) {
    return tools
        .valueStream()
        .filter(tool -> tool.path("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fixedArgumentsAreSentAndTheResponseIsReduced() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      session.upstream().answer(json(ITEM));
      JsonNode result = session.result("red_item", "{\"id\":\"a/b\"}");
      assertThat(only(session).target()).isEqualTo("/items/a%2Fb?filter%5Bcolor%5D=red");
      String body = "{\"id\":\"a\",\"owner\":{\"name\":\"n\"},\"parts\":[{\"id\":\"b\"}]}";
      assertThat(result.at("/structuredContent/body")).hasToString(body);
      assertThat(result.at("/content/0/text").stringValue())
          .isEqualTo(result.path("structuredContent").toString());
    }
  }

  @Test
  void aResponseThatDoesNotMatchIsNotLost() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      session.upstream().answer(json("{\"id\":7,\"owner\":[]}"));
      JsonNode result = session.result("red_item", "{\"id\":\"a\"}");
      assertThat(result.at("/structuredContent/other")).hasToString("{\"id\":7,\"owner\":[]}");
      assertThat(result.at("/structuredContent/body").isMissingNode()).isTrue();
      assertThat(result.path("isError").booleanValue()).isFalse();
    }
  }

  @Test
  void propertiesOfTheBodyAreArguments() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      session.call("rename_item", "{\"id\":\"a\",\"name\":\"lamp\",\"note\":null}");
      Request sent = only(session);
      assertThat(sent.method() + " " + sent.target()).isEqualTo("PUT /items/a");
      assertThat(sent.body()).isEqualTo("{\"name\":\"lamp\",\"note\":null,\"price\":1.50}");
      session.call("moveItem", "{\"id\":\"a\",\"body\":{\"id\":\"b\",\"shelf\":2}}");
      assertThat(only(session).body()).isEqualTo("{\"id\":\"b\",\"shelf\":2}");
      session.call("moveItem", "{\"id\":\"a\"}");
      assertThat(only(session).body()).isEmpty();
    }
  }

  @Test
  void aParameterNamedBodyIsNotTheBody() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      assertThat(tool(session.tools(), "noteItem").at("/inputSchema/properties").propertyNames())
          .containsExactly("id", "query.body", "body");
      session.call("noteItem", "{\"id\":\"a\",\"query.body\":\"short\",\"body\":\"text\"}");
      Request sent = only(session);
      assertThat(sent.target()).isEqualTo("/items/a?body=short");
      assertThat(sent.body()).isEqualTo("text");
      assertThat(
              session.call("noteItem", "{\"id\":\"a\",\"query.body\":\"longer\",\"body\":\"x\"}"))
          .contains("- query.body: ", "- body: ");
      session.call(
          "execute",
          "{\"operation\":\"noteItem\",\"arguments\":{\"id\":\"a\",\"query.body\":\"q\"},\"body\":\"text\"}");
      assertThat(only(session).target()).isEqualTo("/items/a?body=q");
      assertThat(session.call("execute", "{\"operation\":\"noteItem\",\"arguments\":{}}"))
          .contains("- query.body: is required", "- body: is required");
    }
  }

  @Test
  void problemsHaveTheNamesOfTheToolsArguments() throws Exception {
    try (LiveSession session = api.stdio(Map.of())) {
      assertThat(session.call("rename_item", "{\"name\":\"too long\",\"note\":[]}"))
          .contains("- id: ", "- name: ", "- note: ")
          .doesNotContain("body/");
      assertThat(session.call("red_item", "{\"id\":\"a\",\"filter[color]\":\"blue\"}"))
          .contains("\"filter[color]\" is not an argument of red_item; it takes id.");
      assertThat(session.call("red_item", "{\"id\":\"a\",\"depth\":2}"))
          .contains("\"depth\" is not an argument of red_item");
      assertThat(session.upstream().take()).isEmpty();
    }
  }

  @Test
  void theGuardDecidesAsForExecute() throws Exception {
    try (LiveSession session = api.stdio(Map.of("WIRE_ACCESS_MODE", "read-only"))) {
      String call = "{\"id\":\"a\",\"name\":\"lamp\"}";
      assertThat(session.call("rename_item", call))
          .contains("Refused by this server", "replaceItem", "is a write operation");
      assertThat(session.upstream().take()).isEmpty();
      session.call("red_item", "{\"id\":\"a\"}");
      assertThat(session.upstream().take()).hasSize(1);
    }
  }

  @Test
  void inTheModeOperationsThereIsNoSearch() throws Exception {
    LiveApi small = LiveApi.build(DOCUMENT, "toolMode: operations\n", folder.resolve("small"));
    try (LiveSession session = small.stdio(Map.of("WIRE_ACCESS_MODE", "read-only"))) {
      assertThat(session.tools().valueStream().map(tool -> tool.path("name").stringValue()))
          .hasSize(5)
          .contains("getItem", "replaceItem", "moveItem", "noteItem")
          .doesNotContain("search", "execute");
      session.call("getItem", "{\"id\":\"a\",\"filter_color\":\"blue\",\"depth\":\"2\"}");
      assertThat(only(session).target()).isEqualTo("/items/a?filter%5Bcolor%5D=blue&depth=2");
      assertThat(session.call("getItem", "{\"id\":\"a\",\"filter_color\":\"green\"}"))
          .contains("- filter_color: ");
    }
  }
}
