package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.EnvironmentCaller;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.library.ClassPathLibraries;
import dev.dragoman.runtime.library.RuntimeVersion;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ServerDescription;
import dev.dragoman.runtime.tool.execute.ExecutePart;
import dev.dragoman.runtime.tool.feedback.FeedbackTool;
import dev.dragoman.runtime.tool.named.ToolFile;
import dev.dragoman.runtime.transport.stdio.StdioTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line program of a server: reads flags and variables, then serves. */
public final class ServerCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final ServerDefinition definition;
  private final Extensions extensions;
  private final AccessNames names;
  private final ToolFile tools;
  private final ServerInfo info;
  private final SecretFiles secrets;
  private final Map<String, String> environment;
  private final Console console;

  public ServerCommand(
      ServerDefinition definition,
      Extensions extensions,
      Map<String, String> environment,
      Console console) {
    this.definition = definition;
    this.extensions = extensions;
    this.names = AccessNames.of(definition.vendor());
    this.tools = ToolFile.of(definition);
    this.info = description(tools, false);
    this.secrets = SecretFiles.read(EnvironmentVariables.given(environment), definition);
    this.environment = secrets.environment();
    this.console = console;
  }

  /**
   * Runs until the client disconnects (stdio) or the process is told to stop (HTTP).
   *
   * @param arguments the flags listed by {@code --help}
   * @return the exit code: 0 for a normal exit, 1 if the server fails, 2 for invalid flags,
   *     variables or tools
   */
  public static int run(ServerDefinition definition, Extensions extensions, String... arguments) {
    Console console = new Console(System.in, System.out, System.err);
    List<String> unsuitable = ClassPathLibraries.problems(false);
    if (!unsuitable.isEmpty()) {
      console.err().println(cannotRun(unsuitable));
      return FAILED;
    }
    // Output of other code must not be mixed with the messages.
    System.setOut(System.err);
    return new ServerCommand(definition, extensions, System.getenv(), console)
        .run(List.of(arguments));
  }

  /**
   * Starts over HTTP and returns.
   *
   * @throws IllegalArgumentException for invalid flags, variables or tools
   * @throws java.io.UncheckedIOException if the address cannot be bound
   */
  public static OpenServer start(
      ServerDefinition definition, Extensions extensions, String... arguments) {
    requireLibraries(true);
    Console console = new Console(System.in, System.out, System.err);
    List<String> flags = new ArrayList<>(List.of(arguments));
    if (!flags.contains("--http")) {
      flags.add("--http");
    }
    return new ServerCommand(definition, extensions, System.getenv(), console).open(flags);
  }

  /**
   * Prepares the server for the requests of an HTTP server that somebody else runs.
   *
   * @throws IllegalArgumentException for invalid flags, variables or tools
   */
  public static HttpEndpoint embed(
      ServerDefinition definition, Extensions extensions, String... arguments) {
    requireLibraries(false);
    Console console = new Console(System.in, System.out, System.err);
    return new ServerCommand(definition, extensions, System.getenv(), console)
        .embed(List.of(arguments));
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
    CommandLine line = CommandLine.of(arguments, environment, names);
    if (line.hasFlag(Flag.HELP)) {
      return printed(Help.of(info.title(), names));
    }
    if (line.hasFlag(Flag.VERSION)) {
      return printed(version() + "\n");
    }
    Preparation prepared = prepare(line);
    if (!prepared.problems().isEmpty()) {
      return misused(prepared.problems());
    }
    LogProvider.check(console.err());
    if (prepared.settings().http()) {
      List<String> unsuitable = ClassPathLibraries.problems(true);
      if (!unsuitable.isEmpty()) {
        console.err().println(cannotRun(unsuitable));
        return FAILED;
      }
      return serving(prepared)
              .serve(prepared.settings(), prepared.core(), prepared.policy(), environment)
          ? DONE
          : FAILED;
    }
    if (!line.hasFlag(Flag.STDIO)) {
      console.err().println("Serving MCP on stdin and stdout. Use --http for HTTP; see --help.");
    }
    return stdio(prepared.core(), prepared.caller());
  }

  private HttpEndpoint embed(List<String> arguments) {
    List<String> flags = new ArrayList<>(arguments);
    flags.add("--http");
    CommandLine line = CommandLine.of(flags, environment, names);
    Stream.of(Flag.HOST, Flag.PORT, Flag.STOP_DELAY)
        .filter(line::hasFlag)
        .forEach(
            flag ->
                line.problem(
                    flag.dashed()
                        + " does not apply here: set it in the HTTP server that receives the"
                        + " requests."));
    Preparation prepared = checked(line);
    return serving(prepared).embed(prepared.settings(), prepared.core(), prepared.policy());
  }

  private OpenServer open(List<String> arguments) {
    Preparation prepared = checked(CommandLine.of(arguments, environment, names));
    return serving(prepared).open(prepared.settings(), prepared.core(), prepared.policy());
  }

  private Preparation checked(CommandLine line) {
    Preparation prepared = prepare(line);
    if (!prepared.problems().isEmpty()) {
      throw new IllegalArgumentException(
          "The server cannot start:\n- " + String.join("\n- ", prepared.problems()));
    }
    LogProvider.check(console.err());
    return prepared;
  }

  private int printed(String text) {
    console.out().print(text);
    console.out().flush();
    return DONE;
  }

  /**
   * Everything read and assembled, or the problems that prevent it.
   *
   * @param connections how servers are called
   * @param assembly evaluated only if there are no problems
   * @param operations those of the API
   * @param afterwards ends what the server does in the background
   */
  private record Preparation(
      List<String> problems,
      ToolFile tools,
      Settings settings,
      AccessPolicy policy,
      EnvironmentCaller caller,
      ConnectionOptions connections,
      Metrics metrics,
      Supplier<McpCore> assembly,
      Supplier<ApiOperations> operations,
      Runnable afterwards) {
    McpCore core() {
      return assembly.get();
    }
  }

  private ServerInfo description(ToolFile listed, boolean mock) {
    String execute =
        listed.parts().stream().map(ExecutePart::tool).collect(Collectors.joining(" or "));
    String runs = listed.searches() ? execute : "";
    return mock
        ? ServerDescription.ofMock(definition, names, runs)
        : ServerDescription.of(definition, names, runs);
  }

  private Preparation prepare(CommandLine line) {
    ToolFile listed = line.isOn(Flag.SPLIT_EXECUTE) ? tools.split() : tools;
    Settings settings = Settings.of(line);
    UpstreamSettings upstream = UpstreamSettings.of(line, environment, names);
    ServerDefinition prefixed = AuthPrefixes.apply(line, definition);
    AccessPolicy policy =
        settings.waysIn().policy(settings.ceiling(), upstream.environmentNames(definition));
    EnvironmentCaller caller =
        SchemeCredentials.of(definition)
            .over(EnvironmentCaller.read(names, environment, policy), environment);
    List<String> problems = new ArrayList<>(line.problems());
    problems.addAll(secrets.problems());
    if (!settings.http()) {
      problems.addAll(caller.problems());
    }
    settings.waysIn().problem(upstream.environmentNames(definition)).ifPresent(problems::add);
    ServerAssembly.problem(definition, settings).ifPresent(problems::add);
    StateKeys keys = StateKeys.read(names, environment);
    problems.addAll(keys.problems());
    problems.addAll(extensions.problems(tools.names()));
    extensions.missingEngine(definition.resources().getClassLoader()).ifPresent(problems::add);
    Metrics metrics = new Metrics();
    ServerAssembly assembly =
        new ServerAssembly(
            prefixed,
            names,
            description(listed, settings.mock()),
            listed,
            settings,
            upstream,
            extensions,
            metrics,
            console);
    return new Preparation(
        problems,
        listed,
        settings,
        policy,
        caller,
        upstream.connections(),
        metrics,
        () -> assembly.core(keys),
        assembly.operations(),
        assembly::close);
  }

  /** HTTP is behind a separate class so that none of it is loaded for stdio. */
  private HttpServing serving(Preparation prepared) {
    return new HttpServing(
        definition,
        names,
        info,
        console,
        prepared.connections(),
        prepared.metrics(),
        toolNames(prepared),
        prepared.operations(),
        prepared.afterwards());
  }

  private List<String> toolNames(Preparation prepared) {
    List<String> all = new ArrayList<>(prepared.tools().usual());
    if (prepared.settings().reports().feedback() != null || extensions.feedback() != null) {
      all.add(FeedbackTool.NAME);
    }
    all.addAll(tools.names());
    all.addAll(extensions.toolNames());
    return all;
  }

  private String version() {
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

  private int stdio(McpCore core, EnvironmentCaller caller) {
    try {
      StdioTransport.run(console.in(), console.out(), core, caller.caller());
      return DONE;
    } catch (IOException e) {
      console.err().println("Cannot read the input: " + e.getMessage());
      return FAILED;
    }
  }
}
