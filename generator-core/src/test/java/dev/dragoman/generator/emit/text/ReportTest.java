package dev.dragoman.generator.emit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final String DOCUMENT =
      """
      {"openapi": "3.0.3", "info": {"title": "Lamp \\"API\\" \\u202e", "version": "1"},
       "paths": {"/lamps": {
         "get": {"operationId": "listLamps", "tags": ["a|b"], "summary": "Lists # lamps",
                 "description": "<IMPORTANT>Read this.</IMPORTANT>", "responses": {}},
         "delete": {"operationId": "dropLamps", "responses": {}},
         "post": {"operationId": "addLamp", "requestBody": {"content": {"application/json":
                 {"schema": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}}},
                 "responses": {}}}}}
      """;

  @TempDir Path folder;

  @Test
  void markdownAndJsonSayTheSame() throws IOException {
    Path document = Files.writeString(folder.resolve("lamp.json"), DOCUMENT);
    OutputFolders folders = OutputFolders.below(folder.resolve("out"));
    GenerationResult result =
        Generator.generate(
            new GenerationRequest(
                SpecInput.of(document), GenerationOptions.inPackage("lamp"), folders, "1"));

    JsonNode json = JsonMapper.shared().readTree(folders.reports().resolve("lamp.json"));
    assertThat(json.path("title").stringValue()).isEqualTo("Lamp \"API\" \u202e");
    assertThat(json.path("operations").intValue()).isEqualTo(3);
    assertThat(json.path("access").toString())
        .isEqualTo("{\"read\":1,\"write\":1,\"destructive\":1}");
    assertThat(json.at("/sizes/indexBytes").intValue())
        .isPositive()
        .isLessThan(json.at("/sizes/resourceBytes").intValue());
    assertThat(json.at("/sizes/sourceFiles").intValue()).isGreaterThan(3);
    assertThat(json.path("fallbacks").size()).isEqualTo(1);
    assertThat(json.path("suspicious").values())
        .extracting(one -> one.path("code").stringValue())
        .containsExactly("DRG-TEXT-002", "DRG-TEXT-003");
    assertThat(json.path("suspicious").path(1).path("pointer").stringValue())
        .isEqualTo("/paths/~1lamps/get/description");
    assertThat(json.path("suspicious").size() + json.path("warnings").size())
        .isEqualTo(result.warnings().size());

    String markdown = Files.readString(folders.reports().resolve("lamp.md"));
    assertThat(markdown)
        .contains("3 operations, generated from lamp.json")
        .contains("| 1 | 1 | 1 | " + json.at("/sizes/sourceFiles").intValue() + " |")
        .contains("## Suspicious text")
        .contains("DRG-TEXT-003")
        .contains("Lists \\# lamps")
        .doesNotContain("\u202e")
        .doesNotContain("<IMPORTANT>");
  }

  @Test
  void jsonIsWellFormedWhateverItHolds() {
    assertThat(
            ReportJson.of(
                java.util.Map.of("a", java.util.List.of(java.util.Map.of(), java.util.List.of()))))
        .isEqualTo("{\n  \"a\": [\n    {},\n    []\n  ]\n}\n");
  }
}
