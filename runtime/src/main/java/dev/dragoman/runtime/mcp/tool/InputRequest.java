package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.text.VisibleText;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a tool asks the client for.
 *
 * @param feature what the client must be able to do
 * @param params of the request, as MCP has them
 */
public record InputRequest(ClientCapability feature, ObjectNode params) {
  public InputRequest {
    Objects.requireNonNull(feature);
    Objects.requireNonNull(params);
  }

  /**
   * Asks the user.
   *
   * @param message what is asked, in words for the user
   * @param form JSON Schema of the answer: an object of plain values; one without properties asks
   *     for a yes or a no
   */
  public static InputRequest elicitation(String message, ObjectNode form) {
    ObjectNode params =
        JsonNodeFactory.instance.objectNode().put("message", VisibleText.of(message));
    params.set("requestedSchema", form);
    return new InputRequest(ClientCapability.ELICITATION, params);
  }

  /** Asks the user for a yes or a no: the action of the answer says which. */
  public static InputRequest confirmation(String message) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "object");
    form.putObject("properties");
    return elicitation(message, form);
  }

  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("method", feature.method());
    json.set("params", params);
    return json;
  }
}
