package dev.dragoman.benchmarks.corpus;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Stopwatch;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.generator.cli.CompilationException;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds and starts a server for every document of a folder. */
public final class CorpusCommand implements Command {

  @Override
  public String name() {
    return "corpus";
  }

  @Override
  public String usage() {
    return "DIR  builds, starts and asks a server for every OpenAPI document of DIR;"
        + " exit code 1 when an operation is missing anywhere";
  }

  @Override
  public int run(List<String> arguments) throws IOException {
    if (arguments.size() != 1) {
      throw new BadCallException("corpus wants one folder.");
    }
    List<Corpus.Document> documents = Corpus.of(Path.of(arguments.get(0)));
    Path out = Home.emptyFolder("corpus");
    Stopwatch watch = new Stopwatch();
    List<CorpusRow> rows = new ArrayList<>();
    System.out.println(CorpusRow.HEADINGS);
    for (Corpus.Document document : documents) {
      System.err.println(rows.size() + 1 + "/" + documents.size() + " " + document.name());
      CorpusRow row = row(document, out);
      rows.add(row);
      System.out.println(row.line());
      Home.delete(out);
    }
    long passed = rows.stream().filter(CorpusRow::passed).count();
    System.out.println(summary(rows, passed, watch.millis()));
    return passed == rows.size() ? 0 : 1;
  }

  private static CorpusRow row(Corpus.Document document, Path out) {
    int declared = 0;
    try {
      Set<String> routes = DeclaredOperations.of(document.input().document());
      declared = routes.size();
      BuiltServer server = BuiltServer.of(document.input(), out);
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
      // One document that breaks a tool must not hide what becomes of the others.
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
