package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputCheckTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get:
            operationId: listLamps
            parameters: [{name: limit, in: query, required: true, schema: {type: integer}}]
            responses: {"200": {description: OK}}
      """;

  @TempDir Path folder;
  private Path out;
  private GenerationRequest request;

  @BeforeEach
  void write() throws IOException {
    out = folder.resolve("out");
    request =
        new GenerationRequest(
            SpecInput.of(Files.writeString(folder.resolve("lamp.yaml"), SPEC)),
            GenerationOptions.inPackage("com.example"),
            OutputFolders.below(out),
            "1");
  }

  @Test
  void whatWasGeneratedIsWhatWouldBe() throws IOException {
    Generator.generate(request);
    assertThat(OutputCheck.differences(request)).isEmpty();
  }

  @Test
  void everyDifferenceIsNamedAndNothingIsWritten() throws IOException {
    Generator.generate(request);
    Path api = out.resolve("sources/com/example/LampApi.java");
    Files.writeString(api, "edited");
    Files.delete(out.resolve("sources/com/example/LampServer.java"));
    Files.delete(out.resolve("reports/com.example.md"));
    Files.writeString(folder.resolve("lamp.yaml"), SPEC.replace("paths:", "tags: []\npaths:"));
    Map<String, String> before = Trees.read(out);
    assertThat(OutputCheck.differences(request))
        .containsExactly(
            "changed " + api, "missing " + out.resolve("sources/com/example/LampServer.java"));
    assertThat(Trees.read(out)).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerGeneratedIsSurplus() throws IOException {
    Files.writeString(
        folder.resolve("lamp.yaml"),
        SPEC.replace("operationId", "tags: [a], operationId")
            .replace("get:\n      tags: [a], ", "get:\n      tags: [Old]\n      "));
    Generator.generate(request);
    Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    assertThat(OutputCheck.differences(request))
        .anyMatch(line -> line.startsWith("surplus ") && line.endsWith("OldOperations.java"));
  }

  @Test
  void theDescriptionNamesWhatWouldBe() {
    ApiDescription description = ApiDescription.of(request);
    assertThat(description.text())
        .contains("main class: com.example.LampServer")
        .contains("read        listLamps (GET /lamps) auth=none required=query:limit");
    assertThat(description.json())
        .contains(
            "{\"id\": \"listLamps\", \"method\": \"GET\", \"path\": \"/lamps\","
                + " \"access\": \"read\", \"auth\": \"none\", \"required\": [\"query:limit\"]}")
        .contains("\"com/example/LampServer.java\"");
    assertThat(out).doesNotExist();
  }
}
