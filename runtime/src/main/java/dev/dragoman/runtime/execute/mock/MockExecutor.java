package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.mock.state.CallerState;
import dev.dragoman.runtime.execute.mock.state.MockState;
import dev.dragoman.runtime.execute.mock.state.Routes;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Responds with the examples and schemas of the API's document, without a server or an account.
 * Does not send anything. Thread-safe.
 *
 * <p>Where the document has the usual paths of collections and items, such as {@code /things} and
 * {@code /things/{id}}, a caller sees what it has created, changed and deleted until the server
 * ends. Everything else always has the same response, except for the values of its path, which are
 * repeated in properties of the same name.
 */
public final class MockExecutor implements Executor {
  private static final String PROBLEM = "application/problem+json";

  private final Function<String, Optional<ObjectNode>> details;
  private final Supplier<? extends Collection<String>> names;
  private final Samples samples;
  private final ResourceMock resources;
  private final MockState states = new MockState();
  private volatile @Nullable Routes routes;

  /** Creates a mock of the API described by a catalog. */
  public MockExecutor(Catalog catalog) {
    this(operation -> details(catalog, operation), catalog::schema, catalog::names);
  }

  MockExecutor(
      Function<String, Optional<ObjectNode>> details,
      Function<String, Optional<JsonNode>> schemas,
      Supplier<? extends Collection<String>> names) {
    this.details = details;
    this.names = names;
    this.samples = new Samples(schemas);
    this.resources = new ResourceMock(details, samples);
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
    MockCall call =
        new MockCall(
            operation,
            described,
            request,
            MockResponse.choose(described.path("responses"), Accept.of(request.headers())),
            routes()
                .place(
                    operation.method(), operation.path(), operation.access() == AccessLevel.READ));
    CallerState state = states.of(permit.caller());
    MockAnswer answer;
    synchronized (state) {
      answer = resources.answer(call, state);
    }
    return written(call, answer);
  }

  /** Read on first use: most servers never respond with samples. */
  private Routes routes() {
    Routes known = routes;
    if (known == null) {
      known = Routes.of(names.get());
      routes = known;
    }
    return known;
  }

  private ApiResponse written(MockCall call, MockAnswer answer) {
    Optional<String> type = answer.problem() ? Optional.of(PROBLEM) : call.response().mediaType();
    List<Pair> headers = new ArrayList<>(answer.headers());
    type.ifPresent(mediaType -> headers.add(0, new Pair("content-type", mediaType)));
    byte[] body =
        type.isEmpty() || call.request().method().equals("HEAD")
            ? new byte[0]
            : body(call, answer, type.get());
    return new ApiResponse(answer.status(), headers, type, ApiResponse.Bytes.given(body));
  }

  /**
   * The body: what the mock knows, otherwise the document's first example, a sample of the schema,
   * or a few valid bytes of the type.
   */
  private byte[] body(MockCall call, MockAnswer answer, String mediaType) {
    JsonNode media = call.response().media();
    JsonNode example = media.path("examples").path(0);
    boolean json = ResponseMedia.of(Optional.of(mediaType)).isJson();
    if (!json && answer.value().isEmpty() && !example.isMissingNode()) {
      return (example.isString() ? example.stringValue() : example.toString()).getBytes(UTF_8);
    }
    JsonNode value =
        answer.value().orElseGet(() -> echoed(samples.value(media), call.pathValues()));
    return new MediaSample(samples.schemas()).write(mediaType, value, media.path("schema"));
  }

  /** Sets path values in an object, and in the objects directly inside it. */
  static JsonNode echoed(JsonNode value, Map<String, String> pathValues) {
    if (value instanceof ObjectNode object) {
      echo(object, pathValues);
      for (JsonNode inner : object.values()) {
        if (inner instanceof ObjectNode wrapped) {
          echo(wrapped, pathValues);
        }
      }
    }
    return value;
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
