package dev.dragoman.benchmarks.hostile;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.benchmarks.arguments.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs every document of a folder through the command line and compares the outcome with the last
 * column of its {@code index.tsv}.
 *
 * <p>No connection was made if nothing connected to the loopback ports in the documents, and the
 * process loaded none of the classes without which the JDK cannot open a socket, resolve a name or
 * start a program. Nothing was written if no file was added, removed or changed around the output
 * folder, next to the document, or in a few locations that attacks aim at.
 */
@Command(
    name = "hostile",
    header = "What the generator makes of each hostile document of a folder.",
    description =
        "Builds a server for each document and starts it. Exit code 1 when code of the document runs, a"
            + " file or a connection escapes, or the outcome is not the one that is expected.")
public final class HostileCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description =
          "The folder of the documents. Its index.tsv lists them in the first column, the expected"
              + " outcome of each in the last.")
  private Path folder;

  /** A row of the index. */
  private record Row(Path file, String name, String words) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Row> rows = rows(folder.toAbsolutePath().normalize());
    Path home = Path.of(System.getProperty("dragoman.home", "."));
    Path work = Files.createTempDirectory("dragoman-hostile");
    int good = 0;
    System.out.println("file\toutcome\tcpu ms\tverdict\tfaults");
    try (Listeners listeners = new Listeners(texts(rows))) {
      for (Row row : rows) {
        Trial.Verdict verdict = verdict(home, work, row, listeners);
        good += verdict.faults().isEmpty() ? 1 : 0;
        System.out.printf(
            "%s\t%s\t%d\t%s\t%s%n",
            row.name(),
            verdict.outcome(),
            verdict.millis(),
            verdict.faults().isEmpty() ? "ok" : "FAIL",
            String.join("; ", verdict.faults()).replaceAll("\\s+", " "));
      }
      System.err.println(
          good + " of " + rows.size() + " as they must be; listened on " + listeners.ports());
    } finally {
      delete(work);
    }
    return good == rows.size() && good > 0 ? 0 : 1;
  }

  private static Trial.Verdict verdict(Path home, Path work, Row row, Listeners listeners)
      throws IOException, InterruptedException {
    Path around = Files.createDirectory(work.resolve("trial"));
    Path logs = Files.createTempDirectory(work, "logs");
    try {
      return new Trial(home, row.file(), around, logs, Expectation.of(row.words()), listeners)
          .run();
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return new Trial.Verdict("unknown", 0, List.of("the check itself failed: " + e));
    } finally {
      delete(around);
      delete(logs);
    }
  }

  /** The column is found by its name, otherwise it is the last one. */
  private static List<Row> rows(Path folder) throws IOException {
    Path index = folder.resolve("index.tsv");
    if (!Files.isRegularFile(index)) {
      throw new BadInputException("There is no " + index + ".");
    }
    List<String> lines = Files.readAllLines(index);
    List<String> header = Arrays.asList(lines.get(0).split("\t", -1));
    int column = header.indexOf("expected outcome");
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split("\t", -1));
      if (!line.isBlank()) {
        String words = cells.get(column < 0 ? cells.size() - 1 : column);
        rows.add(new Row(folder.resolve(cells.get(0)), cells.get(0), words));
      }
    }
    return rows;
  }

  /** All texts that may contain a port: the documents and the index. */
  private static List<String> texts(List<Row> rows) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Row row : rows) {
      texts.add(row.words());
      texts.add(Files.readString(row.file(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return texts;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
