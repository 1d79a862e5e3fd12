package dev.dragoman.generator.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.vendor.FetchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSetupTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Desk Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {"200": {description: OK}}}
      """;

  @TempDir Path folder;
  private Path module;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    module = folder.resolve("module");
  }

  @Test
  void aModuleHasAllItNeeds() throws IOException {
    assertThat(ModuleSetup.create(request()).operations()).isEqualTo(1);
    Map<String, String> files = Trees.read(module);
    assertThat(files)
        .containsOnlyKeys(
            ".gitignore",
            "README.md",
            "pom.xml",
            "run",
            "src/main/openapi/desk-lamp/SOURCE.txt",
            "src/main/openapi/desk-lamp/openapi.yaml",
            "src/main/openapi/desk-lamp/openapi.yaml.lock");
    assertThat(files.get("pom.xml"))
        .contains("<artifactId>desk-lamp-mcp-server</artifactId>")
        .contains("<mainClass>com.example.desklamp.DeskLampServer</mainClass>")
        .contains("openapi/desk-lamp/openapi.yaml</inputSpec>")
        .contains("<dragoman.version>1.2.3</dragoman.version>")
        .contains("<DESK_LAMP_HOST>0.0.0.0</DESK_LAMP_HOST>")
        .doesNotContain("{{");
    assertThat(files.get("README.md"))
        .contains("\"X-Desk-Lamp-Access-Mode\": \"read-only\"")
        .contains("Bearer $DESK_LAMP_API_KEY")
        .doesNotContain("{{");
    assertThat(files.get("src/main/openapi/desk-lamp/openapi.yaml.lock"))
        .contains("operation listLamps GET /lamps read");
  }

  /** Names of images and of objects in a cluster: RFC 1035 labels. */
  @ParameterizedTest
  @CsvSource({
    "desk-lamp-mcp-server, desk-lamp-mcp-server",
    "Desk_Lamp.Server, desk-lamp-server",
    "2lamps, mcp-2lamps",
    "lamp._-, lamp",
    "a-very-long-name-of-a-server-for-the-lamps-on-all-desks,"
        + " a-very-long-name-of-a-server-for-the-lamps-on-all"
  })
  void anImageHasAValidName(String artifactId, String name) throws IOException {
    ModuleSetup.create(request(Optional.of(artifactId)));
    assertThat(Trees.read(module).get("pom.xml"))
        .contains("<artifactId>" + artifactId + "</artifactId>")
        .contains("<image>" + name + ":${project.version}</image>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "README.md", "run", "src/main/openapi/desk-lamp/openapi.yaml.lock"})
  void nothingIsOverwritten(String name) throws IOException {
    Path mine = module.resolve(name);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    Map<String, String> before = Trees.read(module);
    assertThatThrownBy(() -> ModuleSetup.create(request())).hasMessageContaining(mine.toString());
    assertThat(Trees.read(module)).isEqualTo(before);
  }

  @Test
  void aTitleIsNoMarkup() throws IOException {
    Files.writeString(
        folder.resolve("lamp.yaml"),
        SPEC.replace("Desk Lamp API", "\"Desk</name><x>`$(id)` Lamp\""));
    ModuleSetup.create(request());
    assertThat(Trees.read(module).values())
        .filteredOn(text -> !text.startsWith("openapi") && !text.startsWith("source"))
        .noneMatch(text -> text.contains("</name><x>") || text.contains("$(id)"));
  }

  private ModuleRequest request() {
    return request(Optional.empty());
  }

  private ModuleRequest request(Optional<String> artifactId) {
    VendorRequest document =
        new VendorRequest(
            Optional.of("lamp.yaml"),
            Optional.empty(),
            folder,
            module,
            Optional.empty(),
            FetchOptions.direct(),
            true,
            false,
            LocalDate.EPOCH);
    Map<String, String> versions = new HashMap<>(Map.of("dragoman", "1.2.3"));
    for (String name :
        List.of(
            "clean",
            "compiler",
            "dependency",
            "deploy",
            "install",
            "jar",
            "jib",
            "junit",
            "resources",
            "shade",
            "slf4j",
            "surefire")) {
      versions.put(name, "3.0.0");
    }
    return new ModuleRequest(
        document, module, "com.example", artifactId, Optional.empty(), Optional.empty(), versions);
  }
}
