package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.text.VisibleText;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request from a tool to the client.
 *
 * @param feature the capability that the client must have
 * @param params the parameters of the request, as defined by MCP
 */
public record InputRequest(ClientCapability feature, ObjectNode params) {
  public InputRequest {
    Objects.requireNonNull(feature);
    Objects.requireNonNull(params);
  }

  /**
   * Asks the user.
   *
   * @param message the question, in words for the user
   * @param form JSON Schema of the response: an object of scalar values; one without properties
   *     asks for confirmation
   */
  public static InputRequest elicitation(String message, ObjectNode form) {
    ObjectNode params =
        JsonNodeFactory.instance.objectNode().put("message", VisibleText.of(message));
    params.set("requestedSchema", form);
    return new InputRequest(ClientCapability.ELICITATION, params);
  }

  /** Asks the user for confirmation: the action of the response is the decision. */
  public static InputRequest confirmation(String message) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "object");
    form.putObject("properties");
    return elicitation(message, form);
  }

  /** Whether the decision of the user is all that is requested. */
  public boolean isConfirmation() {
    return feature == ClientCapability.ELICITATION
        && params.path("requestedSchema").path("properties").isEmpty();
  }

  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("method", feature.method());
    json.set("params", params);
    return json;
  }
}
