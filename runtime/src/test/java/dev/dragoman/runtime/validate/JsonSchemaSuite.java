package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** The official test suite of JSON Schema; its origin and license are beside it. */
final class JsonSchemaSuite {
  /**
   * A verdict that the suite expects.
   *
   * @param name file without its ending, group and case, separated by {@code " / "}
   */
  record Case(String name, JsonNode schema, JsonNode value, boolean isValid) {}

  private JsonSchemaSuite() {}

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream stream =
            JsonSchemaSuite.class.getResourceAsStream("/json-schema-test-suite/suite.zip");
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(stream))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        add(entry.getName().replace(".json", ""), Json.of(text), cases);
      }
    }
    return cases;
  }

  private static void add(String file, JsonNode groups, List<Case> cases) {
    for (JsonNode group : groups) {
      for (JsonNode test : group.path("tests")) {
        String name =
            String.join(
                " / ",
                file,
                group.path("description").stringValue(),
                test.path("description").stringValue());
        cases.add(
            new Case(
                name, group.path("schema"), test.path("data"), test.path("valid").booleanValue()));
      }
    }
  }
}
