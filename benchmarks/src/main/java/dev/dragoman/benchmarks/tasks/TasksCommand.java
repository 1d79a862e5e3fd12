package dev.dragoman.benchmarks.tasks;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.measure.Jvm;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.tasks.AgentTask.Api;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Does twelve tasks in two ways, and compares what the tool calls cost. */
@Command(
    name = "tasks",
    header = "Tokens of twelve tasks, with whole responses and fitted ones.",
    description =
        "Servers in mock mode, and an API on loopback for messages. A token is 3.5 bytes of the"
            + " arguments and results of tool calls. Exit code 1 unless every task succeeds, fitted"
            + " responses cost at most a quarter in total, and the first two tasks stay within their"
            + " limits.")
public final class TasksCommand implements Callable<Integer> {
  private static final int LEAST_RATIO = 4;

  private static final String BUDGET = "--answer-tokens";

  /** Whole responses were bounded by 60,000 characters, in tokens of 3.5 bytes. */
  private static final String WHOLE_TOKENS = "17143";

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description = "The folder with github.json, stripe.json, Jira's and Twilio's documents.")
  private Path folder;

  /** What one form of a task costs. */
  private record Cost(long tokens, int calls, String failure) {}

  @Override
  public Integer call() throws IOException {
    System.out.println("task\tcalls\ttokens\tcalls fitted\ttokens fitted\tratio\tremark");
    long whole = 0;
    long fitted = 0;
    boolean good = true;
    for (Api api : Api.values()) {
      System.err.println("building " + api.document());
      Path out = Home.emptyFolder("tasks-" + api.name().toLowerCase(Locale.ROOT));
      BuiltServer server =
          BuiltServer.of(
              SpecInput.of(folder.resolve(api.document())),
              out,
              GenerationOptions.inPackage("server").withScripts(true),
              List.of(Home.serverLibraries(), Home.path("script/target/lib")));
      for (AgentTask task : tasks(api)) {
        Cost before = run(server.jar(), task, false);
        Cost after = run(server.jar(), task, true);
        whole += before.tokens();
        fitted += after.tokens();
        good &= row(task, before, after);
      }
    }
    System.out.printf(
        Locale.ROOT, "sum\t\t%d\t\t%d\t%.1f\t%n", whole, fitted, (double) whole / fitted);
    return good && fitted * LEAST_RATIO <= whole ? 0 : 1;
  }

  private static List<AgentTask> tasks(Api api) {
    return Stream.of(GitHubTasks.all(), StripeTasks.all(), JiraTasks.all(), TwilioTasks.all())
        .flatMap(List::stream)
        .filter(task -> task.api() == api)
        .toList();
  }

  private static boolean row(AgentTask task, Cost before, Cost after) {
    boolean over = task.most().isPresent() && after.tokens() > task.most().getAsInt();
    String remark =
        over ? "more than " + task.most().getAsInt() : before.failure() + after.failure();
    System.out.printf(
        Locale.ROOT,
        "%s: %s\t%d\t%d\t%d\t%d\t%.1f\t%s%n",
        task.api().name().toLowerCase(Locale.ROOT),
        task.title(),
        before.calls(),
        before.tokens(),
        after.calls(),
        after.tokens(),
        (double) before.tokens() / after.tokens(),
        remark);
    return remark.isEmpty();
  }

  /** Each form begins with a server of its own, because the mock keeps what a task changes. */
  private static Cost run(Path jar, AgentTask task, boolean fits) throws IOException {
    try (@Nullable LoopbackApi api = task.api() == Api.TWILIO ? MessageApi.start() : null;
        StdioServer server = StdioServer.start(command(jar, api, fits), environment(task))) {
      Agent agent = new Agent(server.initialized());
      String failure = "";
      try {
        agent.search(task.searches().toArray(String[]::new));
        (fits ? task.fitted() : task.whole()).accept(agent);
      } catch (Agent.FailedCallException e) {
        failure = (fits ? "fitted: " : "whole: ") + e.getMessage();
      }
      return new Cost(agent.tokens(), agent.calls(), failure);
    }
  }

  private static List<String> command(Path jar, @Nullable LoopbackApi api, boolean fits) {
    List<String> command =
        new ArrayList<>(
            List.of(Jvm.program(), "-jar", jar.toString(), "--stdio", "--feedback", "off"));
    command.addAll(api == null ? List.of("--mock") : List.of("--base-url", api.url()));
    if (!fits) {
      command.addAll(List.of(BUDGET, WHOLE_TOKENS));
    }
    return command;
  }

  private static Map<String, String> environment(AgentTask task) {
    String vendor = task.api() == Api.JIRA ? "JIRA_CLOUD_PLATFORM" : task.api().name();
    return Map.of(
        vendor + "_ACCESS_MODE",
        "full-access",
        vendor + "_API_KEY",
        "key",
        vendor + "_USERNAME",
        "u");
  }
}
