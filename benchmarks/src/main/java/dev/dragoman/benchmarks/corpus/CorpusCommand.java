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
import java.util.Optional;
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

  @Option(
      names = "--name",
      paramLabel = "WORD",
      description =
          "The vendor's name in class, header and variable names. Default: derived from each"
              + " document's title.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Keep each server in a folder of its own in DIR, named like its document, for those who"
              + " need servers next.")
  private Optional<Path> kept = Optional.empty();

  @Override
  public Integer call() throws IOException {
    List<Corpus.Document> documents = Corpus.of(folder);
    Path work = Home.emptyFolder("corpus");
    Stopwatch watch = new Stopwatch();
    List<CorpusRow> rows = new ArrayList<>();
    System.out.println(CorpusRow.HEADINGS);
    for (Corpus.Document document : documents) {
      System.err.println(rows.size() + 1 + "/" + documents.size() + " " + document.name());
      Path out = kept.map(all -> all.resolve(folderName(document))).orElse(work);
      CorpusRow row = row(document, out, options());
      rows.add(row);
      System.out.println(row.line());
      Home.delete(kept.isPresent() ? out.resolve("generated") : out);
    }
    long passed = rows.stream().filter(CorpusRow::passed).count();
    System.out.println(summary(rows, passed, watch.millis()));
    return passed == rows.size() ? 0 : 1;
  }

  /** The name that the judge, too, gives to the folder of a document's server. */
  private static String folderName(Corpus.Document document) {
    return document.name().replaceAll("[^\\w.-]", "_");
  }

  private GenerationOptions options() {
    GenerationOptions options = new GenerationOptions(name, "server", Optional.empty());
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
