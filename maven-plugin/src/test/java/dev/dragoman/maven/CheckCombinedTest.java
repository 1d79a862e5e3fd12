package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal {@code check} knows the main class of all APIs. */
class CheckCombinedTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {"200": {description: OK}}}
      """;

  @TempDir Path folder;
  private Path main;

  @BeforeEach
  void generate() throws Exception {
    for (String name : List.of("lamp.yaml", "bell.yaml")) {
      Files.writeString(folder.resolve(name), SPEC);
    }
    goal("generate", Map.of("combinedName", "Back Office"));
    main = folder.resolve("out/sources/com/example/BackOfficeServer.java");
    assertThat(main).isRegularFile();
  }

  private String goal(String goal, Map<String, String> more) throws Exception {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            Map.of(
                "packageName", "com.example",
                "locked", "false",
                "outputDirectory", "@/out/sources",
                "resourceDirectory", "@/out/resources",
                "reportDirectory", "@/out/reports",
                "apis",
                    "<api><inputSpec>@/lamp.yaml</inputSpec></api>"
                        + "<api><inputSpec>@/bell.yaml</inputSpec></api>"));
    parameters.putAll(more);
    parameters.replaceAll((name, value) -> value.replace("@", folder.toString()));
    return Goal.named(goal, "1").run(parameters);
  }

  @Test
  void whatWasGeneratedIsUpToDate() throws Exception {
    assertThat(goal("check", Map.of("combinedName", "Back Office")))
        .contains("lamp.yaml: the generated files are up to date.");
  }

  @Test
  void anEditedOrMissingMainClassFails() throws Exception {
    String text = Files.readString(main);
    Files.writeString(main, text.replace("LampApi.DEFINITION", "BellApi.DEFINITION"));
    refused("Back Office", "changed " + main);
    Files.delete(main);
    refused("Back Office", "missing " + main);
  }

  @Test
  void anotherNameNeedsAnotherClass() {
    refused("Front Desk", "missing " + main.resolveSibling("FrontDeskServer.java"));
    refused("Front Desk", "surplus " + main);
  }

  @Test
  void withoutANameTheClassIsSurplus() {
    assertThatThrownBy(() -> goal("check", Map.of()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("surplus " + main);
  }

  private void refused(String name, String difference) {
    assertThatThrownBy(() -> goal("check", Map.of("combinedName", name)))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("The server of all APIs: ")
        .hasMessageContaining(difference);
  }

  @Test
  void nothingIsWritten() throws IOException {
    Files.delete(main);
    refused("Back Office", "missing " + main);
    assertThat(main).doesNotExist();
  }
}
