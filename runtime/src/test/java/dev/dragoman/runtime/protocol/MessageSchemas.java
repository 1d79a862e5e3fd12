package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The official JSON schemas of every revision, applied to what the server sends. */
final class MessageSchemas {
  private static final String NEWEST = "2026-07-28";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> CACHE = new ConcurrentHashMap<>();
  private static final Map<String, String> RESULTS =
      Map.of(
          "server/discover", "DiscoverResult",
          "initialize", "InitializeResult",
          "ping", "EmptyResult",
          "tools/list", "ListToolsResult",
          "tools/call", "CallToolResult");
  private static final Map<String, String> MODERN_ERRORS =
      Map.of(
          "-32020", "HeaderMismatchError",
          "-32021", "MissingRequiredClientCapabilityError",
          "-32022", "UnsupportedProtocolVersionError");

  private MessageSchemas() {}

  /** Fails unless the message is a valid answer to the method in the revision. */
  static void check(String version, String method, JsonNode message) {
    if (version.compareTo(NEWEST) > 0) {
      check(NEWEST, method, message);
    } else if (message.isArray()) {
      message.forEach(element -> check(version, "", element));
    } else if (message.has("error")) {
      checkError(version, message);
    } else {
      boolean split = version.compareTo("2025-11-25") >= 0;
      validate(version, split ? "JSONRPCResultResponse" : "JSONRPCResponse", message);
      if (message.at("/result/resultType").asString("").equals("input_required")) {
        validate(version, "InputRequiredResult", message.get("result"));
      } else if (RESULTS.containsKey(method)) {
        validate(version, RESULTS.get(method), message.get("result"));
      }
    }
  }

  /**
   * Before 2025-11-25 the schemas had no error without an id, yet a message that cannot be read has
   * none to give back: there the later schema holds.
   */
  private static void checkError(String version, JsonNode message) {
    boolean split = version.compareTo("2025-11-25") >= 0 || !message.has("id");
    validate(
        split && version.compareTo("2025-11-25") < 0 ? "2025-11-25" : version,
        split ? "JSONRPCErrorResponse" : "JSONRPCError",
        message);
    String special = MODERN_ERRORS.get(message.path("error").path("code").asString());
    if (special != null) {
      validate("2026-07-28", special, message);
    }
  }

  /** Fails unless the message is a valid request of the server to a client of the revision. */
  static void checkRequest(String version, JsonNode message) {
    validate(version, "JSONRPCRequest", message);
    assertThat(message.path("method").asString("")).isEqualTo("elicitation/create");
    validate(version, "ElicitRequest", message);
  }

  private static void validate(String version, String definition, JsonNode value) {
    Schema schema =
        CACHE.computeIfAbsent(version + "#" + definition, key -> load(version, definition));
    assertThat(schema.validate(value)).as("%s of %s: %s", definition, version, value).isEmpty();
  }

  private static Schema load(String version, String definition) {
    try (InputStream in =
        MessageSchemas.class.getResourceAsStream("/mcp-schema/" + version + ".json")) {
      ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(in);
      String definitions = document.has("$defs") ? "$defs" : "definitions";
      assertThat(document.path(definitions).has(definition)).as(definition).isTrue();
      document.put("$ref", "#/" + definitions + "/" + definition);
      return REGISTRY.getSchema(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
