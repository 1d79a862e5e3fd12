package dev.dragoman.benchmarks.paging;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.measure.Jvm;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts how operations page, and reads a list of 250 items through each of them. */
@Command(
    name = "paging",
    header = "Reads 250 items through every operation with pages.",
    description =
        "Prints how many operations page in which way, and which that look like lists are not"
            + " recognized, and why. An API on this machine serves the list in the shape of each"
            + " operation's document. Exit code 1 when an item is missing, twice or out of order.")
public final class PagingCommand implements Callable<Integer> {
  private static final String WITHOUT_SECURITY =
      """
      overlay: 1.0.0
      info: {title: Without security, version: "1"}
      actions:
        - {target: $.security, remove: true}
        - {target: $.paths.*.*.security, remove: true}
        - {target: $.components.securitySchemes, remove: true}
        - {target: $.securityDefinitions, remove: true}
      """;

  private static final int EXAMPLES = 3;

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description = "The folder of the documents, as for corpus.")
  private Path folder;

  @Option(names = "--count-only", description = "Counts without building and calling servers.")
  private boolean countOnly;

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();
  private int read;
  private int wrong;

  @Override
  public Integer call() throws IOException {
    Path work = Home.emptyFolder("paging");
    Path overlay = Files.writeString(work.resolve("overlay.yaml"), WITHOUT_SECURITY);
    System.out.println("document\tpaged\tread\twrong");
    try {
      for (Corpus.Document document : Corpus.of(folder)) {
        try {
          row(PagedDocument.of(document, overlay), work);
        } catch (GenerationException refused) {
          System.out.println(document.name() + "\tnot readable");
        }
      }
    } finally {
      Home.delete(work);
    }
    print();
    return wrong == 0 ? 0 : 1;
  }

  private void row(PagedDocument document, Path work) throws IOException {
    List<OperationPlan> paged = document.paged();
    paged.forEach(one -> kinds.merge(kind(document, one), 1, Integer::sum));
    document
        .others()
        .forEach(
            (reason, operations) -> {
              reasons.merge(reason.text(), operations.size(), Integer::sum);
              operations.stream()
                  .limit(1)
                  .forEach(
                      one ->
                          examples
                              .computeIfAbsent(reason.text(), text -> new ArrayList<>())
                              .add(document.name() + " " + one.route()));
            });
    if (paged.isEmpty()) {
      return;
    }
    int before = wrong;
    int readBefore = read;
    if (!countOnly) {
      read(document, work.resolve("server"));
    }
    System.out.println(
        document.name()
            + "\t"
            + paged.size()
            + "\t"
            + (read - readBefore)
            + "\t"
            + (wrong - before));
  }

  private static String kind(PagedDocument document, OperationPlan operation) {
    var plan = document.paging(operation);
    return plan.kind().word() + " in " + plan.place().word();
  }

  private void read(PagedDocument document, Path out) throws IOException {
    BuiltServer built = BuiltServer.of(document.input(), out, document.options());
    Map<String, Json> definitions = document.plan().model().definitions();
    ListedApi script = new ListedApi(new SchemaLookup(definitions), document.paged().get(0));
    try (LoopbackApi api = new LoopbackApi(script);
        StdioServer server =
            StdioServer.start(
                List.of(
                    Jvm.program(),
                    "-jar",
                    built.jar().toString(),
                    "--stdio",
                    "--base-url",
                    api.url()),
                Map.of("BENCH_API_KEY", "user:key"))) {
      server.initialized();
      ListReader reader = new ListReader(server, script, definitions);
      for (OperationPlan operation : document.paged()) {
        Optional<String> fault = reader.fault(operation, document.paging(operation));
        read++;
        wrong += fault.isPresent() ? 1 : 0;
        fault.ifPresent(text -> System.out.println("  " + operation.route() + ": " + text));
      }
    } finally {
      Home.delete(out);
    }
  }

  private void print() {
    int operations = kinds.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println();
    System.out.println(operations + " operations page, in " + kinds.size() + " ways:");
    kinds.forEach((kind, count) -> System.out.println("  " + count + "\t" + kind));
    System.out.println(
        reasons.values().stream().mapToInt(Integer::intValue).sum()
            + " operations that look like lists do not page, or it is not known how:");
    reasons.forEach(
        (reason, count) ->
            System.out.println(
                "  "
                    + count
                    + "\t"
                    + reason
                    + ": "
                    + String.join(
                        ", ",
                        examples.getOrDefault(reason, List.of()).stream()
                            .limit(EXAMPLES)
                            .toList())));
    System.out.println(read + " lists read, " + wrong + " wrong");
  }
}
