package dev.dragoman.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A loopback upstream that shows what the handlers of a server send to it. Used for one test class;
 * calls are sequential.
 */
public final class WireUpstream implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();
  private final ServerDefinition definition;
  private final Catalog catalog;
  private final Guard guard;
  private final Executor executor;
  private final HttpServer server;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  private WireUpstream(ServerDefinition definition) throws IOException {
    this.definition = definition;
    catalog = Catalog.of(definition.resources(), "/" + definition.resourceRoot());
    guard = new Guard(AccessNames.of(definition.vendor()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    executor = new HttpExecutor(withoutSchemes(definition), Upstream.named(URI.create(url)));
  }

  /** Starts an upstream for the server with this definition. */
  public static WireUpstream start(ServerDefinition definition) {
    try {
      return new WireUpstream(definition);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
  }

  /** A caller that may run the operation. */
  private static Caller caller(Operation operation) {
    AuthMode mode = operation.authModes().iterator().next();
    Optional<Secret> key = Optional.of(Secret.of("wire-test"));
    return new Caller(AccessMode.FULL_ACCESS, mode, Optional.empty(), key);
  }

  /**
   * Sends the credential in a header that is not part of the text, wherever the API expects it, so
   * that generated tests do not depend on the form of credentials.
   */
  private static ServerDefinition withoutSchemes(ServerDefinition given) {
    return new ServerDefinition(
        given.vendor(),
        given.title(),
        given.version(),
        given.environments(),
        List.of(),
        List.of(),
        given.resources(),
        given.resourceRoot(),
        given.operationCount(),
        Map.of(),
        List.of(),
        given.groups());
  }

  /**
   * Runs an operation and returns the request that arrived, in the format of {@link WireText}.
   *
   * @param operation its id
   * @param arguments a JSON object, by argument name
   * @param body the body in JSON, or null for none
   */
  public String send(String operation, String arguments, @Nullable String body) {
    OperationHandler handler = handler(operation);
    Operation open = handler.operation().unsecured();
    Decision decision = guard.decide(open, caller(open));
    if (!(decision instanceof Permit permit)) {
      throw new AssertionError("refused: " + decision);
    }
    ObjectNode values = (ObjectNode) JSON.readTree(arguments);
    JsonNode content = body == null ? null : JSON.readTree(body);
    executor.execute(permit, handler.request(Arguments.of(values, content)));
    String request = received.poll();
    if (request == null || !received.isEmpty()) {
      throw new AssertionError(operation + " did not send exactly one request");
    }
    return request;
  }

  private OperationHandler handler(String operation) {
    int ordinal =
        catalog
            .find(operation)
            .orElseThrow(() -> new AssertionError("unknown operation " + operation));
    int group = catalog.card(ordinal).group();
    OperationHandler handler = definition.groups().apply(group).find(operation);
    if (handler == null) {
      throw new AssertionError("no handler for " + operation + " in group " + group);
    }
    return handler;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(v -> WireText.put(headers, name, v)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      received.add(WireText.of(line, headers, body));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
