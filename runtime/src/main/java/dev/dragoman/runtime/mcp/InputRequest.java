package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.VisibleText;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a tool asks the client for.
 *
 * @param feature what the client must be able to do
 * @param params of the request, as MCP has them
 */
public record InputRequest(ClientFeature feature, ObjectNode params) {
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
    ObjectNode params = Json.object().put("message", VisibleText.of(message));
    params.set("requestedSchema", form);
    return new InputRequest(ClientFeature.ELICITATION, params);
  }

  /** Asks the user for a yes or a no: the action of the answer says which. */
  public static InputRequest confirmation(String message) {
    ObjectNode form = Json.object().put("type", "object");
    form.putObject("properties");
    return elicitation(message, form);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("method", feature.method());
    json.set("params", params);
    return json;
  }
}
