package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.validate.JsonSchemaSuite.Case;
import dev.dragoman.runtime.validate.schema.InstanceLocation;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import dev.dragoman.runtime.validate.schema.Validation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every case of the official test suite of JSON Schema for the two dialects of OpenAPI. Values are
 * checked as they are: the reader that takes {@code "5"} for a number is not asked. The cases of
 * {@code differences.txt} are decided otherwise on purpose.
 */
class JsonSchemaSuiteTest {
  private static final Path DIFFERENCES =
      Path.of("src/test/resources/json-schema-test-suite/differences.txt");
  private static final String UNEXPLAINED = "= no reason yet";

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    List<Case> cases = JsonSchemaSuite.cases();
    assertThat(cases).hasSizeGreaterThan(3_000);
    Map<String, String> reasons = reasons();
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      refresh(cases, reasons);
    }
    return cases.stream()
        .map(test -> DynamicTest.dynamicTest(test.name(), () -> check(test, reasons)));
  }

  private static void check(Case test, Map<String, String> reasons) {
    boolean differs = differs(test);
    String reason = reasons.get(test.name());
    String shown = test.schema() + " " + test.value() + " valid: " + test.isValid();
    if (reason == null) {
      assertThat(differs).as("the verdict differs from %s", shown).isFalse();
    } else {
      assertThat(reason).isNotEqualTo(UNEXPLAINED);
      assertThat(differs).as("listed under \"%s\", but equals %s", reason, shown).isTrue();
    }
  }

  @Test
  void everyDifferenceIsACaseOfTheSuite() throws IOException {
    assertThat(JsonSchemaSuite.cases()).extracting(Case::name).containsAll(reasons().keySet());
  }

  private static boolean differs(Case test) {
    Validation run = new Validation(Validation.Mode.REQUEST);
    SchemaCache schemas = new SchemaCache(reference -> target(test.schema(), reference));
    schemas.reader("suite").read(test.schema()).check(InstanceLocation.of("v"), test.value(), run);
    return run.problems().isEmpty() != test.isValid();
  }

  /** What the generator makes of references: pointers into the document, and nothing else. */
  private static Optional<JsonNode> target(JsonNode root, String reference) {
    if (!reference.equals("#") && !reference.startsWith("#/")) {
      return Optional.empty();
    }
    String encoded = reference.substring(1).replace("+", "%2B");
    String pointer = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    return Optional.of(root.at(pointer)).filter(node -> !node.isMissingNode());
  }

  /** The reason of each case. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    String reason = UNEXPLAINED;
    for (String line :
        Files.exists(DIFFERENCES) ? Files.readAllLines(DIFFERENCES) : List.<String>of()) {
      if (line.startsWith("=")) {
        reason = line;
      } else if (!line.isBlank()) {
        reasons.put(line, reason);
      }
    }
    return reasons;
  }

  private static void refresh(List<Case> cases, Map<String, String> reasons) throws IOException {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    reasons.values().forEach(reason -> byReason.put(reason, new ArrayList<>()));
    for (Case test : cases) {
      if (differs(test)) {
        byReason
            .computeIfAbsent(
                reasons.getOrDefault(test.name(), UNEXPLAINED), unused -> new ArrayList<>())
            .add(test.name());
      }
    }
    String text =
        byReason.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getKey() + "\n" + String.join("\n", entry.getValue()) + "\n")
            .collect(Collectors.joining("\n"));
    Files.writeString(DIFFERENCES, text);
  }
}
