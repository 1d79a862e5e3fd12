package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Responds with the examples and schemas of the API's document, without a server or an account.
 * Does not send anything. Thread-safe.
 *
 * <p>An operation always has the same response, except for the values of its path, which are
 * repeated in properties of the same name.
 */
public final class MockExecutor implements Executor {
  private final Function<String, Optional<ObjectNode>> details;
  private final Function<String, Optional<JsonNode>> schemas;

  /** Creates a mock of the API described by a catalog. */
  public MockExecutor(Catalog catalog) {
    this(operation -> details(catalog, operation), catalog::schema);
  }

  MockExecutor(
      Function<String, Optional<ObjectNode>> details,
      Function<String, Optional<JsonNode>> schemas) {
    this.details = details;
    this.schemas = schemas;
  }

  private static Optional<ObjectNode> details(Catalog catalog, String operation) {
    OptionalInt ordinal = catalog.find(operation);
    return ordinal.isPresent()
        ? Optional.of(catalog.details(ordinal.getAsInt()))
        : Optional.empty();
  }

  @Override
  public ApiResponse execute(Permit permit, ApiRequest request) {
    Operation operation = permit.operation();
    ObjectNode described =
        details
            .apply(operation.id())
            .orElseThrow(() -> new UpstreamException("Unknown operation " + operation.id() + "."));
    MockResponse response = MockResponse.choose(described.path("responses"));
    if (response.mediaType().isEmpty() || request.method().equals("HEAD")) {
      return new ApiResponse(
          response.status(), List.of(), Optional.empty(), new ApiResponse.Bytes(new byte[0]));
    }
    String mediaType = response.mediaType().get();
    byte[] body =
        body(mediaType, response.media(), PathValues.of(operation.path(), request.rawPath()));
    return new ApiResponse(
        response.status(),
        List.of(new Pair("content-type", mediaType)),
        Optional.of(mediaType),
        new ApiResponse.Bytes(body));
  }

  /**
   * The body: the document's first example, otherwise a sample of the schema for JSON, or a few
   * valid bytes of the type.
   */
  private byte[] body(String mediaType, JsonNode media, Map<String, String> pathValues) {
    ResponseMedia kind = ResponseMedia.of(Optional.of(mediaType));
    JsonNode example = media.path("examples").path(0);
    if (kind.isJson() || kind.type().equals("*/*") || kind.type().equals("application/*")) {
      JsonNode value =
          example.isMissingNode() ? SchemaSampler.sample(media.path("schema"), schemas) : example;
      return echoed(value, pathValues).toString().getBytes(UTF_8);
    }
    if (!example.isMissingNode()) {
      return (example.isString() ? example.stringValue() : example.toString()).getBytes(UTF_8);
    }
    return SampleBytes.of(kind.type());
  }

  /** Sets path values in an object, and in the objects directly inside it. */
  private static JsonNode echoed(JsonNode value, Map<String, String> pathValues) {
    JsonNode copy = value.deepCopy();
    if (copy instanceof ObjectNode object) {
      echo(object, pathValues);
      for (JsonNode inner : object.values()) {
        if (inner instanceof ObjectNode wrapped) {
          echo(wrapped, pathValues);
        }
      }
    }
    return copy;
  }

  private static void echo(ObjectNode object, Map<String, String> pathValues) {
    pathValues.forEach(
        (name, value) -> {
          JsonNode before = object.path(name);
          if (before.isString()) {
            object.put(name, value);
          } else if (before.isIntegralNumber() && value.matches("-?[0-9]{1,18}")) {
            object.put(name, Long.parseLong(value));
          }
        });
  }
}
