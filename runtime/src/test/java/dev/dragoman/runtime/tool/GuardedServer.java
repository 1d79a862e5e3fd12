package dev.dragoman.runtime.tool;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.HeaderCallerResolver;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.OAuthGate;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.oauth.AuthorizationServer;
import dev.dragoman.runtime.auth.oauth.OAuthOptions;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.mock.MockExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.tool.api.ApiTools;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.confirm.ToolConfirmation;
import dev.dragoman.runtime.tool.custom.CustomToolSettings;
import dev.dragoman.runtime.tool.custom.CustomTools;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.tool.named.ToolFile;
import dev.dragoman.runtime.tool.script.RunScriptTool;
import dev.dragoman.runtime.tool.script.ScriptSettings;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server over HTTP with all ways in, in front of an API that records what is sent to it: one
 * operation for each thing that the guard looks at.
 */
public final class GuardedServer implements AutoCloseable {
  static {
    // Without it, the response of the API waits for a delayed acknowledgment: 40 ms for each call.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  public static final String RESOURCE = "https://mcp.example/mcp";

  private static final List<Operation> OPERATIONS =
      List.of(
          operation("read", "GET", AccessLevel.READ).scopedBy("things:read"),
          operation("write", "POST", AccessLevel.WRITE).scopedBy("things:write"),
          operation("destructive", "DELETE", AccessLevel.DESTRUCTIVE)
              .scopedBy("things:write", "things:delete"),
          operation("partner-read", "GET", AccessLevel.READ).onlyFor(AuthMode.PARTNER),
          operation("user-read", "GET", AccessLevel.READ).onlyFor(AuthMode.USER));

  private final AuthorizationServer issuer = new AuthorizationServer(0);
  private final HttpServer api;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final HttpTransport transport;
  private final HttpClient client = HttpClient.newHttpClient();

  private static Operation operation(String id, String method, AccessLevel access) {
    return Operation.of(id, method, "/" + id, access).unsecured();
  }

  /** Starts all of it on free ports. */
  public GuardedServer() {
    this(false);
  }

  /**
   * Starts all of it on free ports.
   *
   * @param scripts whether clients can run scripts, for which an engine has to be on the class path
   */
  public GuardedServer(boolean scripts) {
    try {
      api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      folder = Files.createTempDirectory("guarded");
      List<OperationCard> cards = OPERATIONS.stream().map(GuardedServer::card).toList();
      TrackerResources.write(folder, cards, Map.of(), Map.of());
      Files.writeString(folder.resolve(TrackerApi.ROOT).resolve("tools.json"), namedTools());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    api.createContext("/", this::record);
    api.start();
    transport = HttpTransport.start(HttpOptions.onPort(0), core(scripts), resolver());
  }

  private static OperationCard card(Operation operation) {
    return OperationCard.builder(operation).summary("Do " + operation.id()).build();
  }

  private static OperationHandler handler(Operation operation) {
    return OperationHandler.of(operation, arguments -> operation::request);
  }

  private McpCore core(boolean scripts) {
    Map<String, OperationHandler> handlers =
        OPERATIONS.stream().collect(Collectors.toMap(Operation::id, GuardedServer::handler));
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .securityScheme(new SecurityScheme.HttpBearer("token"))
            .resources(TrackerResources.anchorIn(folder), TrackerApi.ROOT)
            .operations(OPERATIONS.size(), number -> handlers::get)
            .build();
    URI upstream = URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/v1");
    ApiOperations operations = new ApiOperations(definition);
    Guard guard = new Guard(AccessNames.of("Acme"));
    ApiBackend backend =
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(upstream)));
    CallHooks hooks = CallHooks.counting(new Metrics());
    OperationCalls calls =
        new OperationCalls(operations, guard, backend, CallOptions.defaults(), hooks);
    List<McpTool> tools =
        new ArrayList<>(
            ApiTools.of(
                operations,
                ToolFile.of(definition),
                guard,
                calls,
                CallOptions.defaults(),
                hooks,
                null,
                List.of(),
                scripts));
    tools.addAll(
        CustomTools.of(
            handWritten(),
            guard,
            new ToolConfirmation(ConfirmationMode.OFF, definition),
            calls,
            CustomToolSettings.within(Duration.ofSeconds(20), hooks.audit(), false),
            hooks.metrics()));
    if (scripts) {
      tools.add(scriptTool(calls, hooks));
    }
    return new McpCore(new ServerInfo("acme", "Acme", "1", ""), tools);
  }

  private static McpTool scriptTool(OperationCalls calls, CallHooks hooks) {
    return new RunScriptTool(
        calls,
        () -> new MockExecutor(calls.operations().catalog()),
        CallOptions.defaults(),
        hooks.audit(),
        ScriptSettings.of(Duration.ofSeconds(20), 32, 200, 4));
  }

  /** Each operation as a tool of its own, as the generator writes it. */
  private static String namedTools() {
    String tools =
        OPERATIONS.stream()
            .map(
                operation ->
                    """
                    {"name": "named-%s", "title": "T", "description": "D", "operation": "%s",
                     "access": "%s", "input": {"type": "object", "properties": {}}}
                    """
                        .formatted(operation.id(), operation.id(), operation.access().word()))
            .collect(Collectors.joining(","));
    return "{\"mode\": \"both\", \"tools\": [" + tools + "]}";
  }

  /**
   * Each operation called by a hand-written tool that declares the same, and by tools that declare
   * less or more than the operation that they call.
   */
  private static List<Tool> handWritten() {
    List<Tool> tools = new ArrayList<>();
    OPERATIONS.forEach(operation -> tools.add(new Caller("own-" + operation.id(), operation)));
    Operation read = OPERATIONS.get(0);
    Operation write = OPERATIONS.get(1);
    tools.add(new Caller("read-calls-write", AccessLevel.READ, write));
    tools.add(new Caller("write-calls-destructive", AccessLevel.WRITE, OPERATIONS.get(2)));
    tools.add(new Caller("write-calls-read", AccessLevel.WRITE, read));
    tools.add(new Caller("destructive-calls-write", AccessLevel.DESTRUCTIVE, write));
    return tools;
  }

  /** A tool that calls one operation. */
  private record Caller(ToolDefinition definition, Operation operation) implements Tool {
    Caller(String name, Operation operation) {
      this(definition(name, operation.access(), operation), operation);
    }

    Caller(String name, AccessLevel declared, Operation operation) {
      this(definition(name, declared, OPERATIONS.get(0).scopedBy("things:write")), operation);
    }

    private static ToolDefinition definition(
        String name, AccessLevel declared, Operation operation) {
      ToolDefinition plain =
          ToolDefinition.builder(name).title("T").description("D").access(declared).build();
      return new ToolDefinition(
          plain.name(),
          plain.title(),
          plain.description(),
          plain.inputSchema(),
          plain.outputSchema(),
          plain.access(),
          plain.idempotent(),
          plain.openWorld(),
          operation.authModes(),
          operation.scopes());
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
      OperationRequest request = operation::request;
      return ToolResult.text(context.client().call(request).text());
    }
  }

  private HeaderCallerResolver resolver() {
    URI url = URI.create(issuer.issuer());
    return new HeaderCallerResolver(
        AccessNames.of("Acme"),
        new AccessPolicy(
            AccessMode.FULL_ACCESS,
            EnumSet.allOf(AuthenticationMethod.class),
            new KeyRules(List.of("live_"), List.of("test_"), "sandbox", false),
            Set.of("production", "sandbox")),
        new OAuthGate(
            new ProtectedResource(URI.create(RESOURCE), url, List.of("things:read")),
            new OAuthOptions(url, RESOURCE, null, null, "org")
                .verifier(Clock.systemUTC(), OutboundClient.direct()),
            false));
  }

  private void record(HttpExchange exchange) throws IOException {
    String headers =
        exchange.getRequestHeaders().entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(name -> name.toLowerCase(Locale.ROOT))))
            .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
            .collect(Collectors.joining("; "));
    sent.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + headers
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = "{\"done\":true}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What the API got so far: method, URI, all headers and body of each request. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  /** An access token for this server. */
  public String token(String scopes) {
    return issuer.token(RESOURCE, "user-1", scopes);
  }

  /** Runs an operation as a client of 2025-11-25. */
  public HttpResponse<String> execute(Map<String, String> headers, String operation) {
    boolean isTool = OPERATIONS.stream().noneMatch(one -> one.id().equals(operation));
    return isTool ? call(headers, operation, "{}") : executed(headers, operation);
  }

  private HttpResponse<String> executed(Map<String, String> headers, String operation) {
    return call(headers, "execute", "{\"operation\":\"" + operation + "\"}");
  }

  /** Calls a tool as a client of 2025-11-25. */
  public HttpResponse<String> call(Map<String, String> headers, String tool, String arguments) {
    return post(
        headers,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + tool
            + "\",\"arguments\":"
            + arguments
            + "}}",
        "MCP-Protocol-Version",
        "2025-11-25");
  }

  /** Sends a message. */
  public HttpResponse<String> post(Map<String, String> headers, String message, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + transport.port() + "/mcp"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(message));
    headers.forEach(request::header);
    if (more.length > 0) {
      request.headers(more);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    transport.close();
    api.stop(0);
    issuer.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
