package dev.dragoman.runtime.transport.http.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document of the tools: complete in itself, and true. */
class ToolApiDocumentTest {
  private static final ToolDescriptor TOOL =
      FixtureTool.named(
              "tool",
              """
              {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
               "required": ["a"],
               "properties": {"a": {"$ref": "#/$defs/a"}, "$ref": {"$ref": "#"}},
               "$defs": {"a": {"type": "string", "default": {"$ref": "#/kept"}}}}
              """,
              call -> CallToolResult.text(""))
          .withOutputSchema("{\"type\": \"object\", \"properties\": {\"n\": {\"$ref\": \"#\"}}}")
          .descriptor();
  private static final ToolDescriptor PLAIN =
      FixtureTool.named("plain", call -> CallToolResult.text("")).descriptor();

  private static JsonNode document(
      Set<AuthenticationMethod> ways, List<String> environments, @Nullable String url) {
    ToolApiOptions options =
        new ToolApiOptions(
            "Acme",
            "1.2",
            AccessNames.of("Acme"),
            environments,
            ways,
            Optional.of(URI.create("https://id.test")),
            Optional.ofNullable(url).map(URI::create));
    return new ToolApiDocument(options).of(List.of(TOOL, PLAIN));
  }

  private static JsonNode document() {
    return document(Set.of(AuthenticationMethod.API_KEY), List.of("live", "sandbox"), null);
  }

  /** Data is no reference: neither a default nor a property of that name. */
  private static void references(JsonNode node, boolean names, List<String> found) {
    node.properties()
        .forEach(
            member -> {
              if (member.getKey().equals("$ref") && member.getValue().isString()) {
                found.add(member.getValue().stringValue());
              } else if (names || !member.getKey().equals("default")) {
                references(member.getValue(), member.getKey().equals("properties"), found);
              }
            });
    if (node.isArray()) {
      node.values().forEach(item -> references(item, false, found));
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = document();
    List<String> found = new ArrayList<>();
    references(document, false, found);
    assertThat(found)
        .contains(
            "#/components/schemas/tool.input",
            "#/components/schemas/tool.input/$defs/a",
            "#/components/schemas/tool.output",
            "#/components/schemas/plain.input",
            "#/components/responses/429",
            "#/components/parameters/Environment")
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
    assertThat(document.at("/components/schemas/tool.input/$defs/a/default/$ref").asString())
        .as("data")
        .isEqualTo("#/kept");
    assertThat(document.at("/components/schemas/tool.input").has("$schema")).isFalse();
  }

  @Test
  void eachToolIsAPost() {
    JsonNode paths = document().path("paths");
    assertThat(paths.propertyNames()).containsExactly("/tools/tool", "/tools/plain");
    JsonNode tool = paths.path("/tools/tool").path("post");
    assertThat(tool.path("operationId").asString()).isEqualTo("tool");
    assertThat(tool.at("/requestBody/required").asBoolean()).isTrue();
    assertThat(paths.at("/~1tools~1plain/post/requestBody/required").asBoolean()).isFalse();
    assertThat(tool.at("/responses/200/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/tool.output");
    assertThat(paths.at("/~1tools~1plain/post/responses/200/content/application~1json/schema"))
        .isEqualTo(Json.of("{}"));
  }

  /** What the server answers, with the headers that go with it. */
  @ParameterizedTest
  @CsvSource({
    "400, ''",
    "401, WWW-Authenticate",
    "403, WWW-Authenticate",
    "404, ''",
    "408, ''",
    "409, ''",
    "413, ''",
    "415, ''",
    "429, Retry-After",
    "500, ''",
    "502, ''",
    "503, Retry-After",
    "504, ''"
  })
  void everyFailureIsDescribed(String status, String header) {
    JsonNode document = document();
    JsonNode response = document.path("components").path("responses").path(status);
    assertThat(response.path("description").asString()).isNotBlank();
    assertThat(response.path("headers").propertyNames())
        .containsExactlyElementsOf(header.isEmpty() ? List.of() : List.of(header));
    assertThat(response.at("/content/application~1problem+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(document.at("/paths/~1tools~1tool/post/responses").has(status)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OAUTH                     | accessToken         | [{"accessToken":[]}]
          API_KEY                   | apiKey              | [{"apiKey":[]}]
          ANONYMOUS                 | ''                  | [{}]
          OAUTH,API_KEY             | accessToken,apiKey  | [{"accessToken":[]},{"apiKey":[]}]
          OAUTH,API_KEY,ANONYMOUS   | accessToken,apiKey  | [{"accessToken":[]},{"apiKey":[]},{}]
          """)
  void waysInAreAlternatives(String ways, String schemes, String alternatives) {
    Set<AuthenticationMethod> methods =
        Arrays.stream(ways.split(","))
            .map(AuthenticationMethod::valueOf)
            .collect(Collectors.toSet());
    JsonNode document = document(methods, List.of(), null);
    JsonNode declared = document.path("components").path("securitySchemes");
    assertThat(String.join(",", declared.propertyNames())).isEqualTo(schemes);
    assertThat(document.path("security")).hasToString(alternatives);
    if (methods.contains(AuthenticationMethod.OAUTH)) {
      assertThat(declared.at("/accessToken/description").asString())
          .contains("issued by https://id.test.");
    }
  }

  /** The tools are beside the MCP endpoint, whose URL is the configured one. */
  @ParameterizedTest
  @CsvSource({
    "https://a.test,          https://a.test",
    "https://a.test/,         https://a.test",
    "https://a.test/mcp,      https://a.test",
    "https://a.test/mcp/,     https://a.test",
    "https://a.test/x/mcp,    https://a.test/x",
    "https://a.test/mcp/x,    https://a.test/mcp/x",
    "https://a.test/xmcp,     https://a.test/xmcp"
  })
  void theServerIsBesideTheEndpoint(String url, String server) {
    assertThat(document(Set.of(), List.of(), url).at("/servers/0/url").asString())
        .isEqualTo(server);
    assertThat(document(Set.of(), List.of(), null).has("servers")).isFalse();
  }

  @Test
  void onlyWhatCanBeChosenIsAParameter() {
    JsonNode several = document().path("components").path("parameters");
    assertThat(several.at("/Environment/schema/enum")).hasToString("[\"live\",\"sandbox\"]");
    assertThat(several.at("/AccessMode/name").asString()).isEqualTo("X-Acme-Access-Mode");
    assertThat(several.at("/AccessMode/schema/default").asString()).isEqualTo("read-only");
    assertThat(several.at("/Confirmation/name").asString()).isEqualTo("X-Acme-Confirmation");
    assertThat(
            document(Set.of(), List.of("live"), null).at("/components/parameters").propertyNames())
        .containsExactly("AccessMode", "AuthMode", "Organization", "Confirmation");
  }

  /** Keywords whose value is data stay; names of properties are names, whatever they look like. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"$ref": "#"}                                  | {"$ref":"R"}
          {"$ref": "#/a/b~1c"}                           | {"$ref":"R/a/b~1c"}
          {"$ref": "#anchor"}                            | {"$ref":"#anchor"}
          {"$ref": "https://x.test/#/a"}                 | {"$ref":"https://x.test/#/a"}
          {"anyOf": [{"$ref": "#/a"}, {"not": {"$ref": "#/b"}}]} | {"anyOf":[{"$ref":"R/a"},{"not":{"$ref":"R/b"}}]}
          {"properties": {"$ref": {"$ref": "#/a"}}}      | {"properties":{"$ref":{"$ref":"R/a"}}}
          {"properties": {"default": {"$ref": "#/a"}}}   | {"properties":{"default":{"$ref":"R/a"}}}
          {"properties": {"properties": {"$ref": "#/a"}}} | {"properties":{"properties":{"$ref":"R/a"}}}
          {"$defs": {"enum": {"$ref": "#/a"}}}           | {"$defs":{"enum":{"$ref":"R/a"}}}
          {"enum": [{"$ref": "#/a"}]}                    | {"enum":[{"$ref":"#/a"}]}
          {"const": {"$ref": "#/a"}}                     | {"const":{"$ref":"#/a"}}
          {"items": {"examples": [{"$ref": "#/a"}]}}     | {"items":{"examples":[{"$ref":"#/a"}]}}
          {"$ref": 1, "items": true}                     | {"$ref":1,"items":true}
          true                                           | true
          """)
  void referencesOfASchemaMoveWithIt(String schema, String moved) {
    assertThat(SchemaReferences.moved(Json.of(schema), "R")).hasToString(moved);
  }
}
