package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the Responses Object of an operation; only the content differs between Swagger 2.0 and
 * OpenAPI 3.
 */
public final class Responses {
  /** A status code or a range of them (OpenAPI 3.1, section 4.8.16.2). */
  private static final Pattern STATUS = Pattern.compile("[1-9]([0-9][0-9]|XX)");

  private Responses() {}

  /**
   * The responses of an operation, in document order.
   *
   * @param content reads the media types of a Response Object
   */
  public static List<ResponseModel> of(
      NodeReader nodes, Json.Obj operation, Function<Json.Obj, List<MediaTypeModel>> content) {
    List<ResponseModel> models = new ArrayList<>();
    for (Map.Entry<String, Json> entry : nodes.members(operation, "responses").entrySet()) {
      String status = status(nodes, entry.getKey(), entry.getValue());
      if (!status.isEmpty()) {
        Json.Obj response = nodes.asObject(entry.getValue(), "A response");
        models.add(
            response == null
                ? new ResponseModel(status, "", List.of(), List.of())
                : of(nodes, status, response, content));
      }
    }
    return models;
  }

  private static ResponseModel of(
      NodeReader nodes,
      String status,
      Json.Obj response,
      Function<Json.Obj, List<MediaTypeModel>> content) {
    nodes.checkReferences(response, "headers");
    nodes.checkReferences(response, "links");
    return new ResponseModel(
        status,
        nodes.text(response, "description"),
        List.copyOf(nodes.members(response, "headers").keySet()),
        content.apply(response));
  }

  /** The status code or range in a key; empty for extensions and invalid keys. */
  private static String status(NodeReader nodes, String key, Json value) {
    String status = key.strip().toUpperCase(Locale.ROOT);
    if (status.equals("DEFAULT")) {
      return "default";
    }
    if (STATUS.matcher(status).matches()) {
      return status;
    }
    if (!key.startsWith("x-")) {
      nodes.warning(
          SpecProblem.BODY,
          value.location(),
          "\"%s\" is not an HTTP status code.".formatted(key),
          "The response is ignored; use a code such as 200, a range such as 2XX, or default.");
    }
    return "";
  }
}
