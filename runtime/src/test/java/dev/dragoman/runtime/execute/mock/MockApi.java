package dev.dragoman.runtime.execute.mock;

import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An API in mock mode whose operations are known by their routes, such as {@code GET /things}. */
final class MockApi {
  private static final String JSON = "application/json";

  private final JsonNode operations;
  private final MockExecutor executor;

  /**
   * Starts a mock.
   *
   * @param operations for each route what the catalog says of it
   * @param schemas what references lead to
   */
  MockApi(String operations, String schemas) {
    this.operations = Json.of(operations);
    JsonNode known = Json.of(schemas);
    this.executor =
        new MockExecutor(
            route ->
                Optional.of(this.operations.path(route))
                    .filter(JsonNode::isObject)
                    .map(details -> (ObjectNode) details.deepCopy()),
            reference -> Optional.ofNullable(known.get(reference)),
            () -> List.copyOf(this.operations.propertyNames()));
  }

  /** A response with a status and, if it has one, a JSON body. */
  record Answer(int status, JsonNode body, ApiResponse response) {
    String header(String name) {
      return response.headers().stream()
          .filter(header -> header.name().equalsIgnoreCase(name))
          .map(Pair::value)
          .findFirst()
          .orElse("");
    }
  }

  /**
   * Calls an operation.
   *
   * @param call method, path and query, e.g. {@code GET /things/7?a=1}
   * @param body JSON; nothing if it is empty
   */
  Answer call(String call, String body) {
    return call(call, List.of(), JSON, body);
  }

  Answer call(String call, List<Pair> headers, String type, String body) {
    ApiResponse response = response(call, headers, type, body);
    String text = new String(response.body().toArray(), UTF_8);
    return new Answer(
        response.status(), text.isEmpty() ? Json.of("null") : Json.of(text), response);
  }

  ApiResponse response(String call) {
    return response(call, List.of(), JSON, "");
  }

  private ApiResponse response(String call, List<Pair> headers, String type, String body) {
    String method = call.substring(0, call.indexOf(' '));
    String[] target = call.substring(call.indexOf(' ') + 1).split("\\?", 2);
    String route = route(method, target[0]);
    Operation operation =
        Operation.of(
            route,
            method,
            route.substring(route.indexOf(' ') + 1),
            method.equals("GET") || method.equals("HEAD") ? AccessLevel.READ : AccessLevel.WRITE);
    ApiRequest request =
        new ApiRequest(
            method,
            Optional.empty(),
            target[0],
            target.length > 1 ? target[1] : "",
            headers,
            List.of(),
            body.isEmpty()
                ? Optional.empty()
                : Optional.of(RequestBody.of(type, body.getBytes(UTF_8))));
    return executor.execute(permit(operation, with("key")), request);
  }

  /** The route of a path: one without variables if there is one. */
  private String route(String method, String path) {
    return operations.propertyNames().stream()
        .filter(route -> route.startsWith(method + " "))
        .filter(route -> path.matches(pattern(route.substring(method.length() + 1))))
        .min((one, other) -> Integer.compare(variables(one), variables(other)))
        .orElseThrow(() -> new IllegalArgumentException(method + " " + path));
  }

  private static String pattern(String template) {
    return template.replace(".", "\\.").replaceAll("\\{[^}]*\\}", "[^/]+");
  }

  private static int variables(String route) {
    return route.split("\\{", -1).length;
  }
}
