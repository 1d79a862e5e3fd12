package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.ProcessGauges;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import dev.dragoman.runtime.transport.http.HttpLifecycle;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.http.HttpService;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves over HTTP until the process is told to stop, and prints how to connect. */
final class HttpServing {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final ServerInfo info;
  private final Console console;
  private final HttpParts parts;

  HttpServing(ServerInfo info, Console console, HttpParts parts) {
    this.info = info;
    this.console = console;
    this.parts = parts;
  }

  /** Serves; returns whether the server could be started. An interrupt ends it like a signal. */
  boolean serve(Settings settings, McpCore core, Map<String, String> environment) {
    boolean interrupted = false;
    try (OpenServer server = open(settings, core)) {
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
  OpenServer open(Settings settings, McpCore core) {
    Optional<TokenVerifier> verifier = settings.waysIn().verifier(parts.connections());
    Optional<Thread> watch = watch(verifier);
    try {
      HttpTransport transport =
          HttpTransport.start(
              settings.waysIn().publish(options(settings, core, PageAssembly.PATHS)),
              core,
              parts.callers().apply(verifier),
              life(settings, verifier));
      String host = EVERY_ADDRESS.contains(settings.host()) ? "127.0.0.1" : settings.host();
      return new OpenServer(transport, authority(host), watch, parts.metrics(), parts.afterwards());
    } catch (UncheckedIOException e) {
      watch.ifPresent(Thread::interrupt);
      throw e;
    }
  }

  /** Serves behind an HTTP server that somebody else runs. */
  HttpEndpoint embed(Settings settings, McpCore core) {
    Optional<TokenVerifier> verifier = settings.waysIn().verifier(parts.connections());
    HttpService service =
        new HttpService(
            settings.waysIn().publish(options(settings, core, PageAssembly.EMBEDDED)),
            core,
            parts.callers().apply(verifier),
            life(settings, verifier));
    return new EmbeddedEndpoint(service, watch(verifier), parts.metrics(), parts.afterwards());
  }

  private Optional<Thread> watch(Optional<TokenVerifier> verifier) {
    return verifier.map(one -> AuthorizationWatch.start(one, console.err()));
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
      ProcessGauges.addTo(parts.metrics());
    }
    return new HttpLifecycle(
        settings.limits().stopDelay(),
        parts.metrics(),
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
        .ownHeaders(parts.names().stream().map(AccessNames::headerPrefix).toList())
        .discovery(settings.discovery().documents(info, settings.waysIn(), parts.headers()))
        .pages(parts.pages().of(core.direct().tools(), pages))
        .tags(parts.tags())
        .tools(Optional.of(parts.openApi()).filter(open -> settings.limits().openApi()))
        .build();
  }

  private static String authority(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private void announce(Settings settings, int port) {
    String host = EVERY_ADDRESS.contains(settings.host()) ? "127.0.0.1" : settings.host();
    URI listening = URI.create("http://" + authority(host) + ":" + port);
    String keys =
        settings.mock() || settings.waysIn().oauth() != null
            ? ""
            : parts.keys().entrySet().stream()
                .map(key -> " --header '" + header(key.getKey(), key.getValue()) + "'")
                .collect(Collectors.joining());
    Stream<String> first =
        Stream.of(
            info.title()
                + " "
                + info.version()
                + " over MCP: "
                + AuthenticationSettings.endpoint(listening),
            page(settings, listening),
            "Tools: "
                + String.join(", ", parts.tools())
                + "; "
                + parts.operations()
                + " operations.");
    Stream<String> last =
        Stream.of(
            "Callers: " + settings.waysIn().inWords() + ".",
            "Connect: claude mcp add --transport http "
                + info.name().replace("-mcp-server", "")
                + " "
                + settings.waysIn().connectTo(listening)
                + keys);
    Stream.of(first, parts.lines().stream(), last)
        .flatMap(lines -> lines)
        .filter(line -> !line.isEmpty())
        .forEach(console.err()::println);
  }

  private static String header(String name, String variable) {
    return name + ": " + (name.equals("Authorization") ? "Bearer " : "") + "${" + variable + "}";
  }

  private static String page(Settings settings, URI listening) {
    return settings.limits().page() == PageMode.OFF
        ? ""
        : "Page: " + settings.waysIn().connectTo(listening).toString().replaceFirst("mcp$", "");
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
    parts.names().stream()
        .flatMap(HttpServing::ofCallers)
        .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
        .forEach(
            variable ->
                console
                    .err()
                    .println(
                        variable
                            + " is ignored: it applies to stdio; over HTTP each client sends its own."));
  }

  private static Stream<String> ofCallers(AccessNames names) {
    return Stream.of(
        names.apiKeyVariable(),
        names.accessModeVariable(),
        names.readOnlyVariable(),
        names.authModeVariable(),
        names.organizationVariable());
  }
}
