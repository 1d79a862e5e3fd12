package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads other people's documents, which lie outside the project: {@code -Ddragoman.shared=FOLDER}
 * names a folder with {@code specs/dev} and {@code hostile/dev}, each with an {@code index.tsv}.
 */
class CorpusTest {
  /** The hostile documents that no reader may accept. */
  private static final Set<String> REFUSED =
      Set.of("d17", "d18", "d19", "d20", "d21", "d22", "d23", "d25", "d39", "d41");

  /** May be refused or read. */
  private static final Set<String> EITHER = Set.of("d07", "d08", "d11", "d26");

  @TestFactory
  Stream<DynamicTest> allOperationsOfPublishedDocumentsAreRead() throws IOException {
    Path folder = shared().resolve("specs/dev");
    return rows(folder)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertThat(
                                SpecReader.read(
                                        folder.resolve(row[0]),
                                        options(folder, row[0]),
                                        new Problems())
                                    .model()
                                    .operations())
                            .hasSize(Integer.parseInt(row[3]))));
  }

  /** References of a document that has a folder to itself may reach all of that. */
  private static ReadOptions options(Path folder, String file) {
    int slash = file.indexOf('/');
    return slash < 0
        ? ReadOptions.DEFAULT
        : ReadOptions.DEFAULT.withRoot(folder.resolve(file.substring(0, slash)));
  }

  @TestFactory
  Stream<DynamicTest> hostileDocumentsAreRefusedOrHarmless() throws IOException {
    Path folder = shared().resolve("hostile/dev");
    return rows(folder)
        .filter(row -> !EITHER.contains(row[0].substring(0, 3)))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> hostile(folder, row[0])));
  }

  private static void hostile(Path folder, String file) {
    Path document = folder.resolve(file);
    if (REFUSED.contains(file.substring(0, 3))) {
      assertThatThrownBy(() -> SpecReader.read(document, new Problems()))
          .isInstanceOf(GenerationException.class)
          .hasMessageMatching("(?s).*" + file + ":\\d+:\\d+.*\\[DRG-SPEC-.*");
    } else {
      assertThat(SpecReader.read(document, new Problems()).operations()).isNotEmpty();
    }
  }

  private static Path shared() {
    String shared = System.getProperty("dragoman.shared", "");
    Assumptions.assumeFalse(shared.isEmpty(), "no folder of documents is named");
    return Path.of(shared);
  }

  private static Stream<String[]> rows(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
    return lines.stream().skip(1).map(line -> line.split("\t", -1));
  }
}
