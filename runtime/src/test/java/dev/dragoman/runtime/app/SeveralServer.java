package dev.dragoman.runtime.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.tool.TenantApi;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Three APIs in one server: {@code acme} and {@code beta} with the same operations, so that nothing
 * but their names tells them apart, and {@code gamma} with an organization in every place.
 */
final class SeveralServer implements AutoCloseable {
  private static final String PAGED =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}}],
       "responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
         "properties": {"nextLink": {"type": "string"},
           "data": {"type": "array", "items": {"type": "object"}}}}}}}},
       "paging": {"kind": "url", "field": "nextLink", "items": "data"}}
      """;

  private static final String ACCEPTING =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "required": true, "schema": {"type": "string"}},
         {"name": "number", "argument": "number", "in": "path", "required": true, "schema": {"type": "integer"}}],
       "responses": {"202": {}}}
      """;

  private final Upstream acme = new Upstream();
  private final Upstream beta = new Upstream();
  private final Upstream gamma = new Upstream();
  private final RunningApp app;

  /** Starts the server; the base URLs of the APIs are given by variables. */
  SeveralServer(Path folder, String... flags) throws IOException, InterruptedException {
    this(folder, Map.of(), flags);
  }

  SeveralServer(Path folder, Map<String, String> variables, String... flags)
      throws IOException, InterruptedException {
    Map<String, String> environment = new java.util.HashMap<>(variables);
    environment.put("ACME_BASE_URL", acme.url());
    environment.put("BETA_BASE_URL", beta.url());
    environment.put("GAMMA_BASE_URL", gamma.url());
    List<String> all = new ArrayList<>(List.of("--port=0", "--stop-delay=0", "--feedback=off"));
    all.addAll(List.of(flags));
    app = new RunningApp(servable(folder), environment, all);
  }

  static Servable servable(Path folder) throws IOException {
    return new Servable(
        "Back Office",
        List.of(
            new Servable.Member("acme", tracker(folder, "Acme"), Extensions.NONE),
            new Servable.Member("beta", tracker(folder, "Beta"), Extensions.NONE),
            new Servable.Member("gamma", tenant(folder), Extensions.NONE)));
  }

  static ServerDefinition tracker(Path folder, String vendor) throws IOException {
    Path own = Files.createDirectories(folder.resolve(vendor));
    TrackerResources.write(
        own,
        TrackerResources.cards(),
        Map.of("issues_list", PAGED, "issues_delete", ACCEPTING),
        Map.of());
    return named(vendor, TrackerApi.definition(TrackerResources.anchorIn(own)).build());
  }

  private static ServerDefinition tenant(Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("Gamma"));
    TenantApi.write(own);
    return named("Gamma", TenantApi.definition(own).build());
  }

  private static ServerDefinition named(String vendor, ServerDefinition like) {
    return new ServerDefinition(
        vendor,
        vendor + " API",
        "1",
        like.environments(),
        like.securitySchemes(),
        like.security(),
        like.resources(),
        like.resourceRoot(),
        like.operationCount(),
        like.authModes(),
        like.organizationParameters(),
        like.groups());
  }

  /** A client of a path of the server, with headers, names and values in turn. */
  McpClient client(String path, String... headers) {
    return new McpClient(app.url().resolve(path), headers);
  }

  RunningApp app() {
    return app;
  }

  /** What an API has received: method, URI, credential and idempotency key of each request. */
  List<String> requests(String api) {
    return upstream(api).requests;
  }

  private Upstream upstream(String api) {
    return switch (api) {
      case "acme" -> acme;
      case "beta" -> beta;
      default -> gamma;
    };
  }

  /** From now on, an API accepts deletions only, with a URL of another API for their state. */
  void acceptsForLater(String api, String other) {
    upstream(api).state = upstream(other).url() + "/user";
  }

  @Override
  public void close() {
    app.close();
    acme.server.stop(0);
    beta.server.stop(0);
    gamma.server.stop(0);
  }

  /** An API that keeps requests; each list has a next page with a parameter of its own. */
  private static final class Upstream {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable String state;

    Upstream() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    String url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1").toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      requests.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization")
              + key(exchange));
      byte[] body =
          ("{\"data\": [{\"id\": 1}], \"nextLink\": \"" + path + "?token=t1\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status(exchange), body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    private static String key(HttpExchange exchange) {
      String key = exchange.getRequestHeaders().getFirst("X-Once");
      return key == null ? "" : " " + key;
    }

    private int status(HttpExchange exchange) {
      if (state == null || !exchange.getRequestMethod().equals("DELETE")) {
        return 200;
      }
      exchange.getResponseHeaders().add("Location", state);
      return 202;
    }
  }
}
