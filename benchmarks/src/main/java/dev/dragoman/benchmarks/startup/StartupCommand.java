package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Count;
import dev.dragoman.benchmarks.arguments.Document;
import dev.dragoman.benchmarks.measure.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the time from the start of a process to responses over stdio, and idle memory. */
@Command(
    name = "startup",
    header = "Time from the start to tools/list, and idle memory, beside the SDKs' servers.",
    description =
        "Starts a server with and without its archive, on each Java, and servers of the TypeScript and"
            + " the Java SDK with one tool, in turns. Exit code 1 when the server with its archive takes"
            + " more than 0.7 of the TypeScript server's time, or holds more than 60 MB idle over stdio"
            + " or 80 MB over HTTP. With --search, the time to a first response of search instead, two"
            + " documents in turns.")
public final class StartupCommand implements Callable<Integer> {
  private static final List<Integer> VERSIONS = List.of(17, 25);

  @ArgGroup private Way way = new Way();

  /** What to measure. */
  private static final class Way {
    @ArgGroup(exclusive = false)
    private @Nullable Lists lists;

    @ArgGroup(exclusive = false)
    private @Nullable Search search;
  }

  /** How to measure the time to the tools. */
  private static final class Lists {
    @Option(names = "--quick", description = "5 rounds in place of 21, and idle for 3 s, not 10.")
    private boolean quick;

    @Option(
        names = "--spec",
        paramLabel = "FILE",
        converter = Document.class,
        description =
            "The document of the server (default: GitHub's in ../shared/specs/dev, else the example's).")
    private @Nullable Path spec;

    @Option(
        names = "--java",
        paramLabel = "PATH",
        description =
            "A Java installation to run the servers on; repeatable. By default, 17 and 25 where they"
                + " are found.")
    private List<Path> javas = new ArrayList<>();
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
  public Integer call() throws IOException, InterruptedException {
    Search search = way.search;
    if (search != null && search.chosen) {
      return FirstSearch.run(search.large, search.small, search.rounds);
    }
    Lists lists = way.lists == null ? new Lists() : way.lists;
    return FirstList.run(document(lists.spec), jdks(lists.javas), lists.quick);
  }

  private static List<Jdk> jdks(List<Path> given) throws IOException, InterruptedException {
    List<Jdk> jdks = new ArrayList<>();
    for (Path path : given) {
      jdks.add(Jdk.at(path));
    }
    return given.isEmpty() ? Jdk.found(VERSIONS) : jdks;
  }

  private static Path document(@Nullable Path given) {
    Path usual = Home.path("../shared/specs/dev/github.json");
    Path example = Home.path("sample-specs/polytomic.yaml");
    return given != null ? given : Files.isRegularFile(usual) ? usual : example;
  }
}
