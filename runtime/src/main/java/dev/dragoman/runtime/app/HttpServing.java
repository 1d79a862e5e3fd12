package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.metrics.ProcessGauges;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.transport.http.HttpLifecycle;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.http.HttpService;
import dev.dragoman.runtime.transport.http.tools.ToolApiOptions;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Serves over HTTP until the process is told to stop, and prints how to connect. */
final class HttpServing {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final ServerDefinition definition;
  private final AccessNames names;
  private final ServerInfo info;
  private final Console console;
  private final ConnectionOptions connections;
  private final Metrics metrics;
  private final List<String> tools;
  private final Supplier<ApiOperations> operations;
  private final Runnable afterwards;

  public HttpServing(
      ServerDefinition definition,
      AccessNames names,
      ServerInfo info,
      Console console,
      ConnectionOptions connections,
      Metrics metrics,
      List<String> tools,
      Supplier<ApiOperations> operations,
      Runnable afterwards) {
    this.afterwards = afterwards;
    this.connections = connections;
    this.metrics = metrics;
    this.tools = List.copyOf(tools);
    this.operations = operations;
    this.definition = definition;
    this.names = names;
    this.info = info;
    this.console = console;
  }

  /** Serves; returns whether the server could be started. An interrupt ends it like a signal. */
  boolean serve(
      Settings settings, McpCore core, AccessPolicy policy, Map<String, String> environment) {
    boolean interrupted = false;
    try (OpenServer server = open(settings, core, policy)) {
      Thread stop = new Thread(server::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      announce(settings, server.port());
      warn(settings, environment);
      interrupted = isInterrupted(server);
      forget(stop);
    } catch (UncheckedIOException e) {
      console.err().println(e.getMessage() + ". Try another --port or --host.");
      return false;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /**
   * Starts serving and returns.
   *
   * @throws UncheckedIOException if the address cannot be bound
   */
  OpenServer open(Settings settings, McpCore core, AccessPolicy policy) {
    Optional<TokenVerifier> verifier = settings.waysIn().verifier(connections);
    Optional<Thread> watch = watch(verifier);
    try {
      HttpTransport transport =
          HttpTransport.start(
              settings.waysIn().publish(options(settings, core, PageAssembly.PATHS)),
              core,
              callers(settings, policy, verifier),
              life(settings, verifier));
      String host = EVERY_ADDRESS.contains(settings.host()) ? "127.0.0.1" : settings.host();
      return new OpenServer(transport, authority(host), watch, metrics, afterwards);
    } catch (UncheckedIOException e) {
      watch.ifPresent(Thread::interrupt);
      throw e;
    }
  }

  /** Serves behind an HTTP server that somebody else runs. */
  HttpEndpoint embed(Settings settings, McpCore core, AccessPolicy policy) {
    Optional<TokenVerifier> verifier = settings.waysIn().verifier(connections);
    HttpService service =
        new HttpService(
            settings.waysIn().publish(options(settings, core, PageAssembly.EMBEDDED)),
            core,
            callers(settings, policy, verifier),
            life(settings, verifier));
    return new EmbeddedEndpoint(service, watch(verifier), metrics, afterwards);
  }

  private Optional<Thread> watch(Optional<TokenVerifier> verifier) {
    return verifier.map(one -> AuthorizationWatch.start(one, console.err()));
  }

  private CallerResolver callers(
      Settings settings, AccessPolicy policy, Optional<TokenVerifier> verifier) {
    return SchemeCredentials.of(definition)
        .over(settings.waysIn().resolver(names, policy, verifier));
  }

  /**
   * Waits for the end. The interrupt flag is left clear so that this thread can stop the server.
   */
  private static boolean isInterrupted(OpenServer server) {
    try {
      server.join();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException alreadyStopping) {
      // The shutdown hook itself ended the wait.
    }
  }

  private HttpLifecycle life(Settings settings, Optional<TokenVerifier> verifier) {
    if (settings.limits().metrics()) {
      ProcessGauges.addTo(metrics);
    }
    return new HttpLifecycle(
        settings.limits().stopDelay(),
        metrics,
        settings.limits().metrics(),
        () ->
            verifier
                .filter(one -> !one.isReady())
                .map(one -> "access tokens cannot be verified yet"));
  }

  /** A server on one address accepts it as host; on all addresses it must be given host names. */
  private HttpOptions options(Settings settings, McpCore core, List<String> pages) {
    Set<String> hosts = new HashSet<>(settings.allowedHosts());
    if (!EVERY_ADDRESS.contains(settings.host())) {
      hosts.add(authority(settings.host()));
    }
    return HttpOptions.builder()
        .host(settings.host())
        .port(settings.port())
        .allowedHosts(hosts)
        .allowedOrigins(Set.copyOf(settings.allowedOrigins()))
        .maxInFlight(settings.limits().maxInFlight())
        .ownHeaders(names.headerPrefix())
        .discovery(
            settings.discovery().documents(definition, info, settings.ceiling(), settings.waysIn()))
        .pages(PageAssembly.of(definition, settings, core.direct().tools(), pages))
        .tags(new OperationTags(operations))
        .tools(Optional.of(tools(settings)).filter(open -> settings.limits().openApi()))
        .build();
  }

  private ToolApiOptions tools(Settings settings) {
    AuthenticationSettings ways = settings.waysIn();
    return new ToolApiOptions(
        info.title(),
        info.version(),
        names,
        definition.environments().stream().map(Environment::name).toList(),
        ways.ways(),
        Optional.ofNullable(ways.oauth()).map(oauth -> oauth.resource().issuer()),
        Optional.ofNullable(ways.publicUrl()));
  }

  private static String authority(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private void announce(Settings settings, int port) {
    String host = EVERY_ADDRESS.contains(settings.host()) ? "127.0.0.1" : settings.host();
    URI listening = URI.create("http://" + authority(host) + ":" + port);
    String key =
        settings.mock() || settings.waysIn().oauth() != null
            ? ""
            : " --header 'Authorization: Bearer ${" + names.apiKeyVariable() + "}'";
    Stream.of(
            info.title()
                + " "
                + info.version()
                + " over MCP: "
                + AuthenticationSettings.endpoint(listening),
            page(settings, listening),
            "Tools: "
                + String.join(", ", tools)
                + "; "
                + definition.operationCount()
                + " operations.",
            "API: " + api(settings),
            "Access: " + access(settings),
            "Callers: " + settings.waysIn().inWords() + ".",
            "Connect: claude mcp add --transport http "
                + info.name().replace("-mcp-server", "")
                + " "
                + settings.waysIn().connectTo(listening)
                + key)
        .filter(line -> !line.isEmpty())
        .forEach(console.err()::println);
  }

  private static String page(Settings settings, URI listening) {
    return settings.limits().page() == PageMode.OFF
        ? ""
        : "Page: " + settings.waysIn().connectTo(listening).toString().replaceFirst("mcp$", "");
  }

  private String api(Settings settings) {
    if (settings.mock()) {
      return "none; responses are generated from the document (mock mode).";
    }
    return String.valueOf(
        settings.baseUrl() == null
            ? definition.environments().get(0).baseUrl()
            : settings.baseUrl());
  }

  private String access(Settings settings) {
    return settings.ceiling() == AccessMode.READ_ONLY
        ? "read-only, limited by --access-ceiling."
        : "read-only unless the client sends " + names.accessModeHeader() + ": full-access.";
  }

  private void warn(Settings settings, Map<String, String> environment) {
    if (!LOOPBACK.contains(settings.host())) {
      console
          .err()
          .println(
              "Callers' keys are received without TLS: use a TLS proxy in front of the server.");
    }
    if (EVERY_ADDRESS.contains(settings.host()) && settings.allowedHosts().isEmpty()) {
      console
          .err()
          .println("Only loopback host names are accepted; add others with --allowed-host.");
    }
    List.of(
            names.apiKeyVariable(),
            names.accessModeVariable(),
            names.readOnlyVariable(),
            names.authModeVariable(),
            names.organizationVariable())
        .stream()
        .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
        .forEach(
            variable ->
                console
                    .err()
                    .println(
                        variable
                            + " is ignored: it applies to stdio; over HTTP each client sends its own."));
  }
}
