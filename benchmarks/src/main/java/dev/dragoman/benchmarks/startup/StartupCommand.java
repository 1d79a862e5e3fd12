package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.arguments.Count;
import dev.dragoman.benchmarks.arguments.Document;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the time from the start of the JVM to responses over stdio, compared with a JVM that
 * prints one line.
 */
@Command(
    name = "startup",
    header = "Time from the start of the JVM to answers over stdio.",
    description =
        "Measures the time to tools/list and to a first call, beside a JVM that prints one line; with"
            + " --search, the time to a first response of search, two documents in turns.")
public final class StartupCommand implements Callable<Integer> {
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"b\",\"version\":\"1\"}}}";
  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
          + "\"arguments\":{\"operation\":\"bulkSync_list\"}}}";

  private final List<Double> bare = new ArrayList<>();
  private final List<Double> lists = new ArrayList<>();
  private final List<Double> calls = new ArrayList<>();

  @ArgGroup private Way way = new Way();

  /** What to measure. */
  private static final class Way {
    @Option(names = "--quick", description = "5 rounds in place of 21.")
    private boolean quick;

    @ArgGroup(exclusive = false)
    private @Nullable Search search;
  }

  /** Two documents, used alternately. */
  private static final class Search {
    @Option(
        names = "--search",
        required = true,
        description =
            "Measure search. Exit code 1 when the medians of LARGE and SMALL differ by more than 1.3"
                + " times.")
    private boolean chosen;

    @Parameters(
        index = "0",
        paramLabel = "LARGE",
        converter = Document.class,
        description = "The document of a large API.")
    private Path large;

    @Parameters(
        index = "1",
        paramLabel = "SMALL",
        converter = Document.class,
        description = "The document of a small API.")
    private Path small;

    @Parameters(
        index = "2",
        paramLabel = "ROUNDS",
        arity = "0..1",
        defaultValue = "15",
        converter = Count.class,
        description = "How often to start each server (default: ${DEFAULT-VALUE}).")
    private int rounds;
  }

  @Override
  public Integer call() throws IOException {
    Search search = way.search;
    if (search != null && search.chosen) {
      return FirstSearch.run(search.large, search.small, search.rounds);
    }
    round();
    List.of(bare, lists, calls).forEach(List::clear);
    for (int count = 0; count < (way.quick ? 5 : 21); count++) {
      round();
    }
    double unit = Figures.median(bare);
    Figures.print(
        List.of(
            "until\tmedian ms\tof a bare JVM",
            row("one line of a bare JVM", bare, unit),
            row("tools/list", lists, unit),
            row("first execute", calls, unit)));
    return 0;
  }

  private static String row(String name, List<Double> millis, double unit) {
    double median = Figures.median(millis);
    return name + "\t" + Figures.text(median) + "\t" + Figures.text(median / unit);
  }

  private void round() throws IOException {
    try (StdioProcess process = new StdioProcess(bareCommand())) {
      bare.add(process.await("ready"));
    }
    try (StdioProcess process = new StdioProcess(serverCommand())) {
      process.send(INITIALIZE);
      process.await("\"serverInfo\"");
      process.send(INITIALIZED);
      process.send(LIST);
      lists.add(process.await("\"tools\""));
      process.send(CALL);
      calls.add(process.await("\"isError\":false"));
    }
  }

  private static List<String> bareCommand() {
    Path jar =
        Path.of(System.getProperty("dragoman.home", "."), "benchmarks", "target")
            .resolve("dragoman-benchmarks.jar");
    return List.of(
        ServerProcess.java(),
        "-cp",
        jar + File.pathSeparator + System.getProperty("java.class.path"),
        OneLine.class.getName());
  }

  private static List<String> serverCommand() {
    return List.of(
        ServerProcess.java(),
        "-jar",
        ServerProcess.jar().toString(),
        "--stdio",
        "--mock",
        "--feedback",
        "off");
  }
}
