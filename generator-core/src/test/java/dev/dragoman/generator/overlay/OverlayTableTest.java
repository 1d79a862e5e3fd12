package dev.dragoman.generator.overlay;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What overlays make of a small document, and every fault with its place. */
class OverlayTableTest {
  private static final String DOCUMENT =
      "{a: {b: 1, c: {d: true}}, l: [1, [2], {m: 3}], s: x, n: null}";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> overlays() {
    return Table.tests(
        "overlay/actions",
        input -> {
          Problems problems = new Problems();
          Json document = tree("document.yaml", DOCUMENT, problems);
          Json changed =
              Overlay.read(tree("overlay.yaml", input, problems), problems)
                  .apply(document, problems);
          StringBuilder text = new StringBuilder(JsonText.of(changed));
          for (Problem problem : problems.all()) {
            text.append('\n').append(problem.severity()).append(' ').append(problem);
          }
          return text.toString().replace(folder + "/", "");
        });
  }

  private Json tree(String name, String text, Problems problems) throws IOException {
    return SpecReader.tree(Files.writeString(folder.resolve(name), text), problems);
  }
}
