package dev.dragoman.benchmarks.corpus;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.measure.Stopwatch;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.generator.cli.CompilationException;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds and starts a server for every document of a folder. */
@Command(
    name = "corpus",
    header = "Builds, starts and queries a server for every OpenAPI document of a folder.",
    description =
        "Exit code 1 when a server does not build or start, or when an operation that the document"
            + " declares is missing.")
public final class CorpusCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description =
          "The folder of the documents. Its index.tsv lists them in the first column; without one, all"
              + " JSON and YAML files that name an OpenAPI or Swagger version count.")
  private Path folder;

  @Option(
      names = "--client",
      description = "Generate and compile a typed client with each server, too.")
  private boolean client;

  @Override
  public Integer call() throws IOException {
    List<Corpus.Document> documents = Corpus.of(folder);
    Path out = Home.emptyFolder("corpus");
    Stopwatch watch = new Stopwatch();
    List<CorpusRow> rows = new ArrayList<>();
    System.out.println(CorpusRow.HEADINGS);
    for (Corpus.Document document : documents) {
      System.err.println(rows.size() + 1 + "/" + documents.size() + " " + document.name());
      CorpusRow row = row(document, out, options());
      rows.add(row);
      System.out.println(row.line());
      Home.delete(out);
    }
    long passed = rows.stream().filter(CorpusRow::passed).count();
    System.out.println(summary(rows, passed, watch.millis()));
    return passed == rows.size() ? 0 : 1;
  }

  private GenerationOptions options() {
    GenerationOptions options = GenerationOptions.inPackage("server");
    return client ? options.withOperator(OperatorChoices.NONE.withClient()) : options;
  }

  private static CorpusRow row(Corpus.Document document, Path out, GenerationOptions options) {
    int declared = 0;
    try {
      Set<String> routes = DeclaredOperations.of(document.input().document());
      declared = routes.size();
      BuiltServer server = BuiltServer.of(document.input(), out, options);
      return new CorpusRow(
          document.name(),
          declared,
          server.handlers(),
          server.generateMillis(),
          server.compileMillis(),
          server.jarBytes(),
          Listing.of(server.jar(), routes),
          "");
    } catch (IOException | GenerationException | CompilationException e) {
      return CorpusRow.failed(document.name(), declared, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // One document that breaks a tool must not hide the results of the others.
      return CorpusRow.failed(document.name(), declared, e.toString());
    }
  }

  private static String summary(List<CorpusRow> rows, long passed, double millis) {
    return String.format(
        Locale.ROOT,
        "# %d of %d documents, %d operations declared, %d handlers, %d listed by started servers,"
            + " %.0f s",
        passed,
        rows.size(),
        rows.stream().mapToInt(CorpusRow::declared).sum(),
        rows.stream().mapToLong(CorpusRow::handlers).sum(),
        rows.stream().mapToInt(CorpusRow::listed).sum(),
        millis / 1000);
  }
}
