package dev.dragoman.runtime.app;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.library.ClassPathLibraries;
import dev.dragoman.runtime.library.RuntimeVersion;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import dev.dragoman.runtime.transport.stdio.StdioTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line program of a server: reads flags and variables, then serves. */
public final class ServerCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final Servable.Served served;
  private final Map<String, String> environment;
  private final Console console;

  public ServerCommand(
      ServerDefinition definition,
      Extensions extensions,
      Map<String, String> environment,
      Console console) {
    this(Servable.of(definition, extensions), environment, console);
  }

  public ServerCommand(Servable servable, Map<String, String> environment, Console console) {
    this.served = servable.read(environment);
    this.environment = environment;
    this.console = console;
  }

  /**
   * Runs until the client disconnects (stdio) or the process is told to stop (HTTP).
   *
   * @param arguments the flags listed by {@code --help}
   * @return the exit code: 0 for a normal exit, 1 if the server fails, 2 for invalid flags,
   *     variables or tools
   */
  public static int run(Servable servable, String... arguments) {
    Console console = new Console(System.in, System.out, System.err);
    List<String> unsuitable = ClassPathLibraries.problems(false);
    if (!unsuitable.isEmpty()) {
      console.err().println(cannotRun(unsuitable));
      return FAILED;
    }
    // Output of other code must not be mixed with the messages.
    System.setOut(System.err);
    return new ServerCommand(servable, System.getenv(), console).run(List.of(arguments));
  }

  /**
   * Starts over HTTP and returns.
   *
   * @throws IllegalArgumentException for invalid flags, variables or tools
   * @throws java.io.UncheckedIOException if the address cannot be bound
   */
  public static OpenServer start(Servable servable, String... arguments) {
    requireLibraries(true);
    Console console = new Console(System.in, System.out, System.err);
    List<String> flags = new ArrayList<>(List.of(arguments));
    if (!flags.contains("--http")) {
      flags.add("--http");
    }
    return new ServerCommand(servable, System.getenv(), console).open(flags);
  }

  /**
   * Prepares the server for the requests of an HTTP server that somebody else runs.
   *
   * @throws IllegalArgumentException for invalid flags, variables or tools
   */
  public static HttpEndpoint embed(Servable servable, String... arguments) {
    requireLibraries(false);
    Console console = new Console(System.in, System.out, System.err);
    return new ServerCommand(servable, System.getenv(), console).embed(List.of(arguments));
  }

  /** Without this, the first class that is missing would be an error without a message. */
  private static void requireLibraries(boolean ownSocket) {
    List<String> unsuitable = ClassPathLibraries.problems(ownSocket);
    if (!unsuitable.isEmpty()) {
      throw new IllegalStateException(cannotRun(unsuitable));
    }
  }

  private static String cannotRun(List<String> unsuitable) {
    return "The server cannot run with these libraries:\n- " + String.join("\n- ", unsuitable);
  }

  public int run(List<String> arguments) {
    Preparation prepared = served.prepare(arguments, console);
    if (prepared.line().hasFlag(Flag.HELP)) {
      return printed(served.help());
    }
    if (prepared.line().hasFlag(Flag.VERSION)) {
      return printed(version() + "\n");
    }
    if (!prepared.problems().isEmpty()) {
      return misused(prepared.problems());
    }
    if (prepared.settings().http()) {
      LogProvider.check(console.err());
      List<String> unsuitable = ClassPathLibraries.problems(true);
      if (!unsuitable.isEmpty()) {
        console.err().println(cannotRun(unsuitable));
        return FAILED;
      }
      return prepared.serving().get().serve(prepared.settings(), prepared.core(), environment)
          ? DONE
          : FAILED;
    }
    if (!prepared.line().hasFlag(Flag.STDIO)) {
      console.err().println("Serving MCP on stdin and stdout. Use --http for HTTP; see --help.");
    }
    return stdio(prepared.core(), prepared.caller());
  }

  private HttpEndpoint embed(List<String> arguments) {
    List<String> flags = new ArrayList<>(arguments);
    flags.add("--http");
    Preparation prepared = served.prepare(flags, console);
    Stream.of(Flag.HOST, Flag.PORT, Flag.STOP_DELAY)
        .filter(prepared.line()::hasFlag)
        .forEach(
            flag ->
                prepared
                    .line()
                    .problem(
                        flag.dashed()
                            + " does not apply here: set it in the HTTP server that receives the"
                            + " requests."));
    checked(prepared);
    return prepared.serving().get().embed(prepared.settings(), prepared.core());
  }

  private OpenServer open(List<String> arguments) {
    Preparation prepared = served.prepare(arguments, console);
    checked(prepared);
    return prepared.serving().get().open(prepared.settings(), prepared.core());
  }

  private void checked(Preparation prepared) {
    if (!prepared.problems().isEmpty()) {
      throw new IllegalArgumentException(
          "The server cannot start:\n- " + String.join("\n- ", prepared.problems()));
    }
    LogProvider.check(console.err());
  }

  private int printed(String text) {
    console.out().print(text);
    console.out().flush();
    return DONE;
  }

  private String version() {
    ServerInfo info = served.info();
    return info.title()
        + " "
        + info.version()
        + ", MCP server by Dragoman"
        + RuntimeVersion.find().map(version -> " " + version).orElse("");
  }

  private int misused(List<String> problems) {
    console.err().println("The server cannot start:");
    problems.forEach(problem -> console.err().println("- " + problem));
    console.err().println("--help lists all flags and variables.");
    return MISUSED;
  }

  private int stdio(McpCore core, Caller caller) {
    try {
      // A client waits for the start, and until the first call there is nothing to log.
      Runnable log = () -> LogProvider.check(console.err());
      StdioTransport.run(console.in(), console.out(), core, caller, log);
      return DONE;
    } catch (IOException e) {
      console.err().println("Cannot read the input: " + e.getMessage());
      return FAILED;
    }
  }
}
