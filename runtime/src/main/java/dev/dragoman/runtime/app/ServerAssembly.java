package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.StateKeys;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.audit.JsonLinesAuditSink;
import dev.dragoman.runtime.audit.LogAuditSink;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.execute.credential.CredentialWriter;
import dev.dragoman.runtime.execute.http.EnvironmentExecutor;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.http.ResilienceSettings;
import dev.dragoman.runtime.execute.mock.MockExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.feedback.FeedbackForwarder;
import dev.dragoman.runtime.feedback.JsonLinesFeedbackSink;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.RefusedCalls;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.several.Api;
import dev.dragoman.runtime.several.ApiId;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.api.ApiTools;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.confirm.ToolConfirmation;
import dev.dragoman.runtime.tool.custom.CustomToolSettings;
import dev.dragoman.runtime.tool.custom.CustomTools;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.tool.execute.PageSeal;
import dev.dragoman.runtime.tool.named.ToolFile;
import dev.dragoman.runtime.tool.script.RunScriptTool;
import dev.dragoman.runtime.tool.searchlog.LoggedTool;
import dev.dragoman.runtime.tool.searchlog.SearchLog;
import dev.dragoman.runtime.tool.searchlog.SearchLogFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Assembles the parts of a server. Nothing large is loaded before a client needs it. */
final class ServerAssembly {
  private static final URI NOWHERE = URI.create("http://mock.invalid");

  private final ServerDefinition definition;
  private final AccessNames names;
  private final ServerInfo info;
  private final ToolFile tools;
  private final Settings settings;
  private final UpstreamSettings upstreamSettings;
  private final Metrics metrics;
  private final Extensions extensions;
  private final List<Runnable> background = new ArrayList<>();
  private final Supplier<ApiOperations> operations;
  private final Supplier<AuditSink> audit;
  private final Console console;
  private final String id;

  /**
   * Creates the parts of an API's server.
   *
   * @param id the API's name among several; empty if it is the only one
   */
  ServerAssembly(ApiReading api, ServerInfo info, String id, Metrics metrics, Console console) {
    this.definition = api.definition();
    this.names = api.names();
    this.tools = api.tools();
    this.settings = api.settings();
    this.upstreamSettings = api.upstream();
    this.extensions = api.extensions();
    this.info = info;
    this.id = id;
    this.metrics = metrics;
    this.console = console;
    this.operations =
        Lazy.of(() -> new ApiOperations(definition, id.isEmpty() ? "" : ApiId.prefix(id)));
    this.audit = Lazy.of(this::newAudit);
  }

  /** The problem with the API's URL, if any; none is needed in mock mode. */
  static Optional<String> problem(ServerDefinition definition, Settings settings) {
    return settings.mock() || settings.baseUrl() != null
        ? Optional.empty()
        : problemOfDocument(definition);
  }

  private static Optional<String> problemOfDocument(ServerDefinition definition) {
    if (definition.environments().isEmpty()) {
      return Optional.of(
          "The API's document does not specify a server. Set the API's URL with --base-url URL, or"
              + " use --mock to respond with the document's examples.");
    }
    try {
      Upstream.declared(definition.environments().get(0));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "The server URL in the API's document cannot be used: "
              + e.getMessage()
              + ". Set the API's URL with --base-url URL, or use --mock to respond with the"
              + " document's examples.");
    }
  }

  /** The operations of the API. */
  Supplier<ApiOperations> operations() {
    return operations;
  }

  /** Ends what the server does in the background. */
  void close() {
    background.forEach(Runnable::run);
  }

  /** The MCP core with the tools of this server. */
  McpCore core(StateKeys keys) {
    // Every seal of this process has the same key.
    Supplier<StateKey> key = Lazy.of(keys::key);
    return core(key, api(key, sink(), audit()).tools(), isAsking());
  }

  /**
   * The MCP core with any tools.
   *
   * @param asking whether a tool may ask the user, for which clients of HTTP need a session
   */
  McpCore core(Supplier<StateKey> key, List<McpTool> all, boolean asking) {
    return new McpCore(info, all, asking ? key.get() : null, callerLimits(), recording(audit()));
  }

  /**
   * The API with its tools.
   *
   * @param key seals what its callers carry between calls
   * @param sink the destination of feedback; null for no feedback tool
   */
  Api api(Supplier<StateKey> key, @Nullable FeedbackSink sink, AuditSink events) {
    ApiOperations operations = this.operations.get();
    Guard guard = new Guard(names, settings.ceiling(), settings.waysIn().scopes(), operations);
    CallHooks hooks = new CallHooks(extensions.filters(), events, metrics);
    OperationCalls calls =
        new OperationCalls(
            operations,
            guard,
            backend(operations),
            settings.calls(),
            hooks,
            new PageSeal(key, Clock.systemUTC()));
    List<McpTool> all =
        new ArrayList<>(
            ApiTools.of(
                operations,
                tools,
                guard,
                calls,
                settings.calls(),
                hooks,
                sink,
                extensions.toolNames(),
                extensions.scripts()));
    logSearches(all, operations);
    if (extensions.scripts() && tools.searches()) {
      all.add(new MeteredTool(scripts(calls, hooks), metrics));
    }
    all.addAll(custom(guard, calls, hooks));
    return new Api(id, names, operations, guard, hooks, all);
  }

  /** Records searches and what is run after them, if the operator wants that. */
  private void logSearches(List<McpTool> all, ApiOperations operations) {
    settings
        .reports()
        .searchLog()
        .map(file -> new SearchLog(new SearchLogFile(file), Clock.systemUTC()))
        .ifPresent(
            log ->
                all.replaceAll(
                    tool ->
                        LoggedTool.NAMES.contains(tool.descriptor().name())
                            ? new LoggedTool(tool, operations, log)
                            : tool));
  }

  /** A call that a limit does not admit has an audit event, too. */
  private static RefusedCalls recording(AuditSink audit) {
    return (tool, caller, trace) -> {
      try (AuditLine line = AuditLine.start(audit, caller, tool, trace)) {
        line.decided(Decision.REFUSED);
        line.outcome("limited");
      }
    };
  }

  private CallerLimits callerLimits() {
    RunLimits limits = settings.limits();
    Counter refusals =
        metrics.counter(
            "dragoman_limited_calls_total",
            "Calls refused because of the limits of a caller.",
            "limit");
    return new CallerLimits(limits.callerCalls(), limits.callerCallsPerMinute(), refusals::count);
  }

  /** Whether a tool may ask the user, for which clients of HTTP need a session. */
  boolean isAsking() {
    return settings.calls().confirmation() != ConfirmationMode.OFF || !extensions.tools().isEmpty();
  }

  private McpTool scripts(OperationCalls calls, CallHooks hooks) {
    return new RunScriptTool(
        calls,
        () -> new MockExecutor(calls.operations().catalog()),
        settings.calls(),
        hooks.audit(),
        settings.limits().scripts());
  }

  private List<McpTool> custom(Guard guard, OperationCalls calls, CallHooks hooks) {
    return CustomTools.of(
        extensions.tools(),
        guard,
        new ToolConfirmation(settings.calls().confirmation(), definition),
        calls,
        CustomToolSettings.within(settings.limits().toolTimeout(), hooks.audit(), settings.mock()),
        metrics);
  }

  /** Receives the events of this server. */
  AuditSink audit() {
    return audit.get();
  }

  private AuditSink newAudit() {
    if (extensions.audit() != null) {
      return extensions.audit();
    }
    return settings
        .reports()
        .audit()
        .<AuditSink>map(
            file ->
                file.equals("-")
                    ? JsonLinesAuditSink.to(console.err())
                    : JsonLinesAuditSink.to(Path.of(file)))
        .orElseGet(() -> new LogAuditSink(JsonLinesAuditSink.to(console.err())));
  }

  private ApiBackend backend(ApiOperations operations) {
    return settings.mock()
        ? ApiBackend.mocked(() -> new MockExecutor(operations.catalog()), this::sender)
        : ApiBackend.live(this::sender);
  }

  private PreviewingExecutor sender() {
    Map<String, Upstream> upstreams = Upstream.declared(definition);
    upstreams.put(defaultEnvironment(), upstream());
    upstreamSettings
        .environments()
        .forEach((name, url) -> upstreams.put(name, Upstream.named(url)));
    // The operator's credential is for the default environment.
    upstreams.computeIfPresent(
        defaultEnvironment(),
        (name, upstream) -> upstream.withCredentials(upstreamSettings.credentials()));
    ResilienceSettings resilience =
        new ResilienceSettings(
            settings.limits().maxApiCalls(),
            new IdempotencyHeaders(settings.calls().idempotencyHeader()),
            metrics);
    return new EnvironmentExecutor(
        defaultEnvironment(),
        upstreams,
        upstream ->
            new HttpExecutor(
                definition,
                upstream.withDeadline(settings.timeout()),
                resilience,
                upstreamSettings.connections(),
                keyHeader()));
  }

  /** Where callers send their key, for messages. */
  private String keyHeader() {
    return id.isEmpty() ? CredentialWriter.KEY_HEADER : names.apiKeyHeader();
  }

  private String defaultEnvironment() {
    return definition.environments().isEmpty()
        ? "default"
        : definition.environments().get(0).name();
  }

  /** A mock server without any URL previews its requests with a placeholder URL. */
  private Upstream upstream() {
    URI named = settings.baseUrl();
    if (named != null) {
      return Upstream.named(named);
    }
    return problemOfDocument(definition).isEmpty()
        ? Upstream.declared(definition.environments().get(0))
        : Upstream.named(NOWHERE);
  }

  /** The destination of feedback; null if there is none. */
  @Nullable FeedbackSink sink() {
    Path file = settings.reports().feedback();
    if (extensions.feedback() != null || file == null) {
      return extensions.feedback();
    }
    JsonLinesFeedbackSink stored =
        new JsonLinesFeedbackSink(file, info.name(), info.version(), Clock.systemUTC());
    return settings
        .reports()
        .feedbackUrl()
        .<FeedbackSink>map(
            endpoint -> {
              FeedbackForwarder forwarder =
                  new FeedbackForwarder(
                          file, endpoint, new OutboundClient(upstreamSettings.connections()))
                      .start();
              background.add(forwarder::close);
              return report -> {
                String id = stored.submit(report);
                forwarder.wake();
                return id;
              };
            })
        .orElse(stored);
  }
}
