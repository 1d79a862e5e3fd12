package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool of one operation keeps the names that follow from the former ids in the lock. */
class FormerToolNamesTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get: {operationId: list.lamps, responses: {"200": {description: OK}}}
          post: {operationId: addLamp, responses: {"201": {description: OK}}}
      """;

  @TempDir Path folder;

  private GenerationRequest request() {
    Path spec = folder.resolve("lamp.yaml");
    Configuration configuration =
        Configuration.of(SettingsObject.at(Location.file("test")).text("toolMode", "operations"));
    return new GenerationRequest(
            SpecInput.of(spec),
            GenerationOptions.inPackage("p").withOperator(configuration.choices()),
            OutputFolders.below(folder.resolve("out")),
            "1")
        .withLock(
            new LockPolicy(Optional.of(folder.resolve("lamp.yaml.lock")), LockPolicy.Mode.FAIL));
  }

  private Map<String, String> tools(String text) throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), text);
    LockAcceptance.accept(request());
    Generator.generate(request());
    Map<String, String> formerly = new TreeMap<>();
    for (JsonNode tool : file().required("tools")) {
      formerly.put(tool.required("name").stringValue(), tool.path("formerly").toString());
    }
    return formerly;
  }

  private JsonNode file() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
      Path tools = all.filter(path -> path.endsWith("tools.json")).findFirst().orElseThrow();
      try (InputStream stream = Files.newInputStream(tools)) {
        return JsonMapper.shared().readTree(stream);
      }
    }
  }

  @Test
  void aRenamedToolHasItsFormerNames() throws IOException {
    assertThat(tools(SPEC)).containsEntry("list_lamps", "").containsEntry("addLamp", "");
    String once = SPEC.replace("list.lamps", "lamps.all");
    assertThat(tools(once))
        .containsOnly(Map.entry("lamps_all", "[\"list_lamps\"]"), Map.entry("addLamp", ""));
    assertThat(tools(once.replace("lamps.all", "lamps")))
        .containsEntry("lamps", "[\"lamps_all\",\"list_lamps\"]");
  }

  @Test
  void aNameThatAToolHasAgainIsNoFormerOne() throws IOException {
    tools(SPEC);
    tools(SPEC.replace("list.lamps", "lamps"));
    assertThat(tools(SPEC.replace("list.lamps", "lamps").replace("addLamp", "list_lamps")))
        .containsOnly(Map.entry("lamps", ""), Map.entry("list_lamps", "[\"addLamp\"]"));
  }
}
