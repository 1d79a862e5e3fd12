package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.EnvironmentCaller;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ServerDescription;
import dev.dragoman.runtime.transport.stdio.StdioTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line program of a server: reads flags and variables, then serves. */
public final class ServerCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final ServerDefinition definition;
  private final AccessNames names;
  private final ServerInfo info;
  private final Map<String, String> environment;
  private final Console console;

  public ServerCommand(
      ServerDefinition definition, Map<String, String> environment, Console console) {
    this.definition = definition;
    this.names = AccessNames.of(definition.vendor());
    this.info = ServerDescription.of(definition, names);
    this.environment = Map.copyOf(environment);
    this.console = console;
  }

  /**
   * Runs until the client disconnects (stdio) or the process is told to stop (HTTP).
   *
   * @param arguments the flags listed by {@code --help}
   * @return the exit code: 0 for a normal exit, 1 if the server fails, 2 for invalid flags or
   *     variables
   */
  public static int run(ServerDefinition definition, String... arguments) {
    Console console = new Console(System.in, System.out, System.err);
    // Output of other code must not be mixed with the messages.
    System.setOut(System.err);
    return new ServerCommand(definition, System.getenv(), console).run(List.of(arguments));
  }

  public int run(List<String> arguments) {
    CommandLine line = CommandLine.of(arguments, environment, names);
    if (line.hasFlag(Flag.HELP)) {
      return printed(Help.of(info.title(), names));
    }
    if (line.hasFlag(Flag.VERSION)) {
      return printed(version() + "\n");
    }
    return start(line, Settings.of(line));
  }

  private int printed(String text) {
    console.out().print(text);
    console.out().flush();
    return DONE;
  }

  private int start(CommandLine line, Settings settings) {
    UpstreamSettings upstream = UpstreamSettings.of(line, environment, names);
    ServerDefinition prefixed = AuthPrefixes.apply(line, definition);
    AccessPolicy policy =
        settings.waysIn().policy(settings.ceiling(), upstream.environmentNames(definition));
    EnvironmentCaller caller =
        SchemeCredentials.of(definition)
            .over(EnvironmentCaller.read(names, environment, policy), environment);
    List<String> problems = new ArrayList<>(line.problems());
    if (!settings.http()) {
      problems.addAll(caller.problems());
    }
    settings.waysIn().problem(upstream.environmentNames(definition)).ifPresent(problems::add);
    ServerAssembly.problem(definition, settings).ifPresent(problems::add);
    StateKeys keys = StateKeys.read(names, environment);
    problems.addAll(keys.problems());
    if (!problems.isEmpty()) {
      return misused(problems);
    }
    Metrics metrics = new Metrics();
    McpCore core =
        new ServerAssembly(prefixed, names, info, settings, upstream, metrics).core(keys);
    if (settings.http()) {
      return http(settings, core, policy, metrics);
    }
    if (!line.hasFlag(Flag.STDIO)) {
      console.err().println("Serving MCP on stdin and stdout. Use --http for HTTP; see --help.");
    }
    return stdio(core, caller);
  }

  private String version() {
    String runtime = ServerCommand.class.getPackage().getImplementationVersion();
    return info.title()
        + " "
        + info.version()
        + ", MCP server by Dragoman"
        + (runtime == null ? "" : " " + runtime);
  }

  private int misused(List<String> problems) {
    console.err().println("The server cannot start:");
    problems.forEach(problem -> console.err().println("- " + problem));
    console.err().println("--help lists all flags and variables.");
    return MISUSED;
  }

  private int stdio(McpCore core, EnvironmentCaller caller) {
    try {
      StdioTransport.run(console.in(), console.out(), core, caller.caller());
      return DONE;
    } catch (IOException e) {
      console.err().println("Cannot read the input: " + e.getMessage());
      return FAILED;
    }
  }

  /** HTTP is behind a separate class so that none of it is loaded for stdio. */
  private int http(Settings settings, McpCore core, AccessPolicy policy, Metrics metrics) {
    return new HttpServing(definition, names, info, console, metrics)
            .serve(settings, core, policy, environment)
        ? DONE
        : FAILED;
  }
}
