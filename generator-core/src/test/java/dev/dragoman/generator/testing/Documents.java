package dev.dragoman.generator.testing;

import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Other people's documents, which lie outside the project: {@code -Ddragoman.shared=FOLDER} names a
 * folder with {@code specs/dev} and an {@code index.tsv} in it. Tests are skipped without it.
 */
public final class Documents {
  private Documents() {}

  /**
   * A document.
   *
   * @param name its path below the folder
   * @param operations how many it has
   */
  public record Published(String name, SpecInput input, int operations) {}

  /** All of them. */
  public static Stream<Published> all() throws IOException {
    String shared = System.getProperty("dragoman.shared", "");
    Assumptions.assumeFalse(shared.isEmpty(), "no folder of documents is named");
    Path folder = Path.of(shared).resolve("specs/dev");
    List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                new Published(
                    row[0],
                    new SpecInput(folder.resolve(row[0]), root(folder, row[0]), Set.of()),
                    Integer.parseInt(row[3])));
  }

  /** References of a document that has a folder to itself may reach all of that. */
  private static Optional<Path> root(Path folder, String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(folder.resolve(name.substring(0, slash)));
  }
}
