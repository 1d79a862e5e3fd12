package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in {@code docs/java.md} compiles, all of it together. */
class JavaPageTest {
  private static final Pattern SNIPPET = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern NAME = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

  @TempDir Path folder;

  @Test
  void everySnippetCompiles() throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(Path.of("src/test/resources/client/shop.yaml")),
            GenerationOptions.inPackage("generated")
                .withOperator(OperatorChoices.NONE.withClient()),
            folders,
            "test"));
    Map<String, String> sources = Compilations.read(folders.sources());
    int before = sources.size();
    Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("../docs/java.md")));
    while (snippet.find()) {
      if (snippet.group(1).contains("org.springframework")) {
        continue;
      }
      Matcher name = NAME.matcher(snippet.group(1));
      assertThat(name.find()).as(snippet.group(1)).isTrue();
      sources.put("example/" + name.group(1) + ".java", "package example;\n" + snippet.group(1));
    }
    assertThat(sources).hasSize(before + 7);

    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  /** The projects of the plugin's integration tests compile it with Spring, and run it. */
  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
  void theSnippetForSpringIsThatOfTheProject(String project) throws IOException {
    Path source =
        Path.of("../maven-plugin/src/it", project, "src/main/java/com/example/LampMcp.java");
    String snippet = Files.readString(source).replace("package com.example;\n\n", "");
    assertThat(Files.readString(Path.of("../docs/java.md")))
        .contains("```java\n" + snippet + "```");
  }
}
