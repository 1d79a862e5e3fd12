package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of the tools. Schemas of tools are JSON Schema as they are. */
final class ToolApiDocument {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Map<String, String> FAILURES =
      Map.ofEntries(
          Map.entry("400", "The arguments are invalid; \"errors\" locates each problem"),
          Map.entry("401", "The credential is missing or invalid"),
          Map.entry(
              "403", "The caller may not make this call; the detail says what would allow it"),
          Map.entry("404", "There is no such tool"),
          Map.entry(
              "409",
              "The user has to confirm the call: \"confirmation\" is the token for a second request;"
                  + " without one, the call was not confirmed"),
          Map.entry("408", "The body did not arrive in time"),
          Map.entry("413", "The body is too large"),
          Map.entry("415", "The body is not JSON"),
          Map.entry(
              "429",
              "The caller has made too many calls, or the API behind the tool received too many"
                  + " requests"),
          Map.entry("500", "The tool failed"),
          Map.entry("502", "The API behind the tool failed; \"api_status\" is its status, if any"),
          Map.entry("503", "The server is busy; try again"),
          Map.entry("504", "The call took too long"));

  private final ToolApiOptions options;

  ToolApiDocument(ToolApiOptions options) {
    this.options = options;
  }

  ObjectNode of(List<ToolDescriptor> tools) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.1");
    document
        .putObject("info")
        .put("title", options.title() + ": tools")
        .put("version", options.version())
        .put("description", "The tools of an MCP server, each as a POST of its arguments.");
    options
        .publicUrl()
        .ifPresent(url -> document.putArray("servers").addObject().put("url", base(url)));
    ApiSecurity.add(document, options);
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = document.withObject("/components").putObject("schemas");
    schemas.set("Problem", problem());
    addShared(document.withObject("/components"));
    for (ToolDescriptor tool : tools) {
      schemas.set(tool.name() + ".input", placed(tool.inputSchema(), tool.name() + ".input"));
      tool.outputSchema()
          .ifPresent(
              output ->
                  schemas.set(tool.name() + ".output", placed(output, tool.name() + ".output")));
      paths.putObject(ToolApi.TOOLS + tool.name()).set("post", operation(tool));
    }
    return document;
  }

  /** Without the path of the MCP endpoint, which the configured URL may have. */
  private static String base(URI url) {
    return url.toString().replaceFirst("/+$", "").replaceFirst("/mcp$", "");
  }

  private ObjectNode operation(ToolDescriptor tool) {
    ObjectNode operation =
        JsonNodeFactory.instance
            .objectNode()
            .put("operationId", tool.name())
            .put("summary", tool.title())
            .put("description", tool.description());
    ArrayNode parameters = operation.putArray("parameters");
    AccessParameters.names(options)
        .forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    boolean required = !tool.inputSchema().path("required").isEmpty();
    ObjectNode body = operation.putObject("requestBody").put("required", required);
    schema(body, tool.name() + ".input");
    ObjectNode responses = operation.putObject("responses");
    ObjectNode ok = responses.putObject("200").put("description", result(tool));
    if (tool.outputSchema().isPresent()) {
      schema(ok, tool.name() + ".output");
    } else {
      ok.putObject("content").putObject("application/json").putObject("schema");
    }
    FAILURES.keySet().stream()
        .sorted()
        .forEach(
            status -> responses.putObject(status).put("$ref", "#/components/responses/" + status));
    return operation;
  }

  private static String result(ToolDescriptor tool) {
    return tool.outputSchema().isPresent()
        ? "The result"
        : "The result: JSON if the tool's text is JSON, otherwise an object with MCP's \"content\"";
  }

  private static void schema(ObjectNode owner, String name) {
    owner
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", SCHEMAS + name);
  }

  private void addShared(ObjectNode components) {
    components.set("parameters", AccessParameters.of(options));
    ObjectNode responses = components.putObject("responses");
    FAILURES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> responses.set(one.getKey(), failure(one.getKey(), one.getValue())));
  }

  private static ObjectNode failure(String status, String description) {
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", description);
    if (status.equals("401") || status.equals("403")) {
      header(response, "WWW-Authenticate", "How to authenticate, or the scopes that are missing");
    } else if (status.equals("429") || status.equals("503")) {
      header(response, "Retry-After", "Seconds to wait");
    }
    response
        .putObject("content")
        .putObject(ProblemDocument.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", SCHEMAS + "Problem");
    return response;
  }

  private static void header(ObjectNode response, String name, String description) {
    response
        .putObject("headers")
        .putObject(name)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode problem() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.put("description", "A problem (RFC 9457)");
    schema.putArray("required").add("type").add("title").add("status").add("detail");
    ObjectNode properties = schema.putObject("properties");
    for (String name : List.of("type", "title", "detail", "confirmation", "remedy")) {
      properties.putObject(name).put("type", "string");
    }
    properties.putObject("status").put("type", "integer");
    properties.putObject("api_status").put("type", "integer");
    ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items");
    error.put("type", "object");
    ObjectNode members = error.putObject("properties");
    members.putObject("detail").put("type", "string");
    members
        .putObject("pointer")
        .put("type", "string")
        .put("description", "JSON pointer into the arguments");
    return schema;
  }

  /** A schema that stands alone points into itself; here, its root is elsewhere. */
  private static JsonNode placed(ObjectNode schema, String name) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("$schema");
    return SchemaReferences.moved(copy, SCHEMAS + name);
  }
}
