package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server.
 *
 * @param http whether to serve HTTP; otherwise stdio
 * @param host address to listen on
 * @param port port to listen on; 0 for any free one
 * @param allowedHosts host names to accept besides the loopback ones
 * @param allowedOrigins origins of web pages that may call
 * @param baseUrl the API's URL; null to use the one in its document
 * @param mock whether responses are generated and nothing is sent
 * @param timeout the timeout of one API call
 * @param ceiling the most that any caller may do
 * @param waysIn how callers authenticate
 * @param calls settings of calls
 * @param discovery how clients and directories find the server
 * @param limits concurrency limits and monitoring
 * @param reports where feedback and audit events go
 */
record Settings(
    boolean http,
    String host,
    int port,
    List<String> allowedHosts,
    List<String> allowedOrigins,
    @Nullable URI baseUrl,
    boolean mock,
    Duration timeout,
    AccessMode ceiling,
    AuthenticationSettings waysIn,
    CallOptions calls,
    DiscoverySettings discovery,
    RunLimits limits,
    ReportSettings reports) {

  Settings {
    allowedHosts = List.copyOf(allowedHosts);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** The settings of a command line; valid only if the line has no problems afterwards. */
  static Settings of(CommandLine line) {
    boolean http = http(line);
    return new Settings(
        http,
        line.value(Flag.HOST).value(),
        line.integer(Flag.PORT, 0, 65_535),
        line.list(Flag.ALLOWED_HOST),
        line.list(Flag.ALLOWED_ORIGIN),
        baseUrl(line),
        line.isOn(Flag.MOCK),
        Duration.ofSeconds(line.integer(Flag.TIMEOUT, 1, 600)),
        ceiling(line),
        AuthenticationFlags.read(line, http),
        calls(line, http),
        DiscoverySettings.of(line),
        RunLimits.of(line),
        ReportSettings.of(line));
  }

  private static boolean http(CommandLine line) {
    boolean stdio = line.isOn(Flag.STDIO);
    boolean http = line.isOn(Flag.HTTP);
    boolean port = line.hasFlag(Flag.PORT);
    if (stdio && http) {
      line.problem("--stdio and --http are mutually exclusive.");
    } else if (stdio && port) {
      line.problem("--port requires --http and cannot be combined with --stdio.");
    }
    return http || (port && !stdio);
  }

  private static @Nullable URI baseUrl(CommandLine line) {
    CommandLine.Given given = line.value(Flag.BASE_URL);
    if (given.value().isEmpty()) {
      return null;
    }
    try {
      return Upstream.named(new URI(given.value())).baseUrl();
    } catch (URISyntaxException e) {
      line.problem(given.source() + " is not a URL.");
    } catch (IllegalArgumentException e) {
      line.problem(given.source() + ": " + e.getMessage() + ".");
    }
    return null;
  }

  private static AccessMode ceiling(CommandLine line) {
    CommandLine.Given given = line.value(Flag.ACCESS_CEILING);
    return AccessMode.of(given.value())
        .orElseGet(
            () -> {
              line.problem(given.source() + " must be read-only or full-access.");
              return AccessMode.READ_ONLY;
            });
  }

  private static CallOptions calls(CommandLine line, boolean http) {
    CommandLine.Given validation = line.value(Flag.VALIDATION);
    if (!validation.value().matches("strict|off")) {
      line.problem(validation.source() + " must be strict or off.");
    }
    Optional<Path> saves = folder(line, Flag.SAVE_DIR);
    if (saves.isPresent() && http) {
      line.problem(
          line.value(Flag.SAVE_DIR).source()
              + " requires --stdio: over HTTP callers cannot access the files.");
    }
    return new CallOptions(
        validation.value().equals("strict"),
        folder(line, Flag.FILES),
        saves,
        confirmation(line),
        idempotencyHeader(line),
        line.integer(Flag.ANSWER_TOKENS, 1_000, 100_000),
        line.integer(Flag.MAX_WAIT, 0, 300));
  }

  private static ConfirmationMode confirmation(CommandLine line) {
    CommandLine.Given given = line.value(Flag.CONFIRM);
    return ConfirmationMode.of(given.value())
        .orElseGet(
            () -> {
              line.problem(
                  given.source()
                      + " must be one of "
                      + String.join(", ", ConfirmationMode.words())
                      + ".");
              return ConfirmationMode.DESTRUCTIVE_REQUIRED;
            });
  }

  private static Optional<String> idempotencyHeader(CommandLine line) {
    CommandLine.Given given = line.value(Flag.IDEMPOTENCY_HEADER);
    if (!given.value().matches("[A-Za-z0-9-]{0,64}")) {
      line.problem(given.source() + " must be a header name: letters, digits and hyphens.");
    }
    return Optional.of(given.value()).filter(name -> !name.isEmpty());
  }

  private static Optional<Path> folder(CommandLine line, Flag flag) {
    CommandLine.Given given = line.value(flag);
    if (given.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(given.value());
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    } catch (InvalidPathException noPath) {
      // Reported below, like a folder that does not exist.
    }
    line.problem(given.source() + " must be an existing folder.");
    return Optional.empty();
  }
}
