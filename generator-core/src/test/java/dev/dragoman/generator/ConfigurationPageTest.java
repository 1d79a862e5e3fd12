package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/configuration.md, each of them tried. */
class ConfigurationPageTest {
  private static final Path OPERATOR = Path.of("src/test/resources/operator");

  @TempDir Path folder;

  private static List<String> examples(String language) throws IOException {
    String page = Files.readString(Path.of("../docs/configuration.md"));
    List<String> examples =
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(1);
    return examples;
  }

  @Test
  void filesAndOverlaysAreForTheSampleWithoutAProblem() throws IOException {
    Files.copy(OPERATOR.resolve("overlay.yaml"), folder.resolve("overlay.yaml"));
    for (String example : examples("yaml")) {
      Path file = Files.writeString(folder.resolve("example.yaml"), example);
      boolean isOverlay = example.startsWith("overlay:");
      Configuration configuration =
          isOverlay ? Configuration.NONE.withOverlay(file) : Configuration.read(file);
      Problems problems = new Problems();
      ReadOptions options = ReadOptions.DEFAULT.withOverlays(configuration.overlays());
      var unused =
          Planner.plan(
              SpecReader.read(OPERATOR.resolve("lamps.yaml"), options, problems).model(),
              GenerationOptions.inPackage("a").withOperator(configuration.choices()),
              problems);
      assertThat(problems.all())
          .as(example)
          .allMatch(problem -> problem.code().equals("DRG-PLAN-012"));
    }
  }

  @Test
  void partsOfPomsStandInTheIntegrationTest() throws IOException {
    String pom = Files.readString(Path.of("../maven-plugin/src/it/operator/pom.xml"));
    for (String example : examples("xml")) {
      assertThat(pom.replaceAll("\\s+", "")).contains(example.replaceAll("\\s+", ""));
    }
  }

  @Test
  void everySettingOfTheTableIsKnown() throws IOException {
    String page = Files.readString(Path.of("../docs/configuration.md"));
    String table = page.substring(page.indexOf("## Settings"), page.indexOf("A complete file"));
    List<String> names =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|")
            .matcher(table)
            .results()
            .map(MatchResult::group)
            .map(cell -> cell.replaceAll("[^A-Za-z]", ""))
            .toList();
    assertThat(names).hasSize(17);
    Path file = Files.writeString(folder.resolve("unknown.yaml"), "{nothing: 1}");
    try {
      Configuration.read(file);
    } catch (RuntimeException refused) {
      assertThat(refused).hasMessageContainingAll(names.toArray(String[]::new));
      return;
    }
    throw new AssertionError("an unknown setting was taken");
  }
}
