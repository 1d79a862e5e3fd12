package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the configuration of tools, and what the lock says about them. */
class NamedToolSettingsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Shop, version: "1"}
      servers: [{url: "https://shop.example"}]
      paths:
        /items/{id}:
          get:
            operationId: getItem
            parameters:
              - {name: id, in: path, required: true, schema: {type: string, maxLength: 3}}
              - {name: color, in: query, schema: {type: string, enum: [red, blue]}}
              - {name: depth, in: query, schema: {type: [integer, "null"], minimum: 1}}
            responses:
              "200":
                description: OK
                content:
                  application/json:
                    schema: {type: object, properties: {name: {type: string}}}
        /items:
          post:
            operationId: addItem
            requestBody:
              required: true
              content:
                application/json:
                  schema: {type: object, required: [name], properties: {name: {type: string}}}
            responses: {"204": {description: Done}}
      """;

  @TempDir Path folder;
  private Path lock;
  private OutputFolders folders;

  @BeforeEach
  void prepare() {
    lock = folder.resolve("shop.yaml.lock");
    folders = OutputFolders.below(folder.resolve("out"));
  }

  private GenerationRequest request(String document, String configuration, Mode mode)
      throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), document);
    Path settings = Files.writeString(folder.resolve("config.yaml"), configuration);
    return new GenerationRequest(
        SpecInput.of(file),
        GenerationOptions.inPackage("com.example")
            .withOperator(Configuration.read(settings).choices()),
        folders,
        "1",
        new LockPolicy(Optional.of(lock), mode));
  }

  private ToolsPlan plan(String configuration) throws IOException {
    return PlannedApi.withoutLock(request(DOCUMENT, configuration, Mode.WARN)).plan().tools();
  }

  private List<String> problems(String configuration) {
    GenerationException refused =
        catchThrowableOfType(GenerationException.class, () -> plan(configuration));
    return refused.problems().stream()
        .map(Problem::toString)
        .map(text -> text.replace(folder + "/", ""))
        .toList();
  }

  @Test
  void everyFaultIsReportedAtItsPlace() {
    assertThat(
            problems(
                """
                tools:
                  - {operation: getItems}
                  - {operation: "GET /item/{id}"}
                  - {operation: getItem, name: "two words"}
                  - {operation: getItem, name: search}
                  - {operation: getItem, name: item}
                  - {operation: addItem, name: item}
                  - {operation: getItem, name: a, hide: [id]}
                  - {operation: getItem, name: b, hide: [colour]}
                  - {operation: getItem, name: c, fixed: {color: green}}
                  - {operation: getItem, name: d, fixed: {depth: 0, id: abcd}}
                  - {operation: getItem, name: e, fixed: {size: 1}}
                  - {operation: getItem, name: f, fields: [nam]}
                  - {operation: addItem, name: g, fields: [name]}
                  - {operation: addItem, name: h, fixed: {name: [1]}}
                """))
        .satisfiesExactly(
            one -> assertThat(one).contains("config.yaml:2:5", "\"getItems\"", "mean getItem?"),
            one -> assertThat(one).contains("config.yaml:3:5", "mean GET /items/{id}?"),
            one -> assertThat(one).contains("config.yaml:4:5", "\"two words\" is not valid"),
            one -> assertThat(one).contains("config.yaml:5:5", "\"search\" is reserved"),
            one -> assertThat(one).contains("config.yaml:7:5", "Two tools have the name \"item\""),
            one -> assertThat(one).contains("config.yaml:8:5", "getItem requires \"id\""),
            one -> assertThat(one).contains("config.yaml:9:5", "\"colour\"", "mean color?"),
            one -> assertThat(one).contains("config.yaml:10:", "/fixed/color", "red"),
            one -> assertThat(one).contains("config.yaml:11:", "/fixed/depth"),
            one -> assertThat(one).contains("config.yaml:11:", "/fixed/id"),
            one -> assertThat(one).contains("config.yaml:12:", "\"size\"", "id, color, depth"),
            one -> assertThat(one).contains("config.yaml:13:5", "\"nam\"", "mean name?"),
            one -> assertThat(one).contains("config.yaml:14:5", "JSON response"),
            one -> assertThat(one).contains("config.yaml:15:", "/fixed/name"));
  }

  @Test
  void unknownSettingsAreReportedWithTheOthers() {
    assertThat(problems("toolMode: some\ntools: [{operation: getItem, fixd: {}}, {name: a}]"))
        .satisfiesExactly(
            one -> assertThat(one).contains("config.yaml:1:11", "search, operations, both"),
            one -> assertThat(one).contains("\"fixd\"", "Did you mean fixed?"),
            one -> assertThat(one).contains("#/tools/1", "needs an \"operation\""));
  }

  @Test
  void textsAreReadAsTheSchemaWants() throws IOException {
    ToolsPlan plan =
        plan("tools: [{operation: getItem, name: a, fixed: {depth: '2', color: red, id: 12}}]");
    assertThat(plan.tools()).hasSize(1);
    assertThat(plan("tools: [{operation: getItem, fixed: {depth: null}}]").tools()).hasSize(1);
  }

  @Test
  void theModeOfTheLaterConfigurationApplies() throws IOException {
    Configuration first =
        Configuration.read(Files.writeString(folder.resolve("1"), "toolMode: both"));
    Configuration none = Configuration.NONE;
    assertThat(first.and(none).choices().tools().effectiveMode()).isEqualTo(ToolMode.BOTH);
    assertThat(plan("toolMode: operations").tools()).hasSize(2);
    assertThat(plan("toolMode: operations\ntools: [{operation: getItem, name: item}]").tools())
        .extracting(ToolsPlan.Tool::name)
        .containsExactly("item", "addItem");
  }

  @Test
  void aLongDescriptionIsWarnedOf() throws IOException {
    String text = "tools: [{operation: getItem, description: '" + "x".repeat(2_049) + "'}]";
    assertThat(PlannedApi.withoutLock(request(DOCUMENT, text, Mode.WARN)).problems().all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("DRG-PLAN-017", "2 KB"));
  }

  @Test
  void theSummaryContainsTheSizeOfTheList() throws IOException {
    assertThat(Generator.generate(request(DOCUMENT, "toolMode: operations", Mode.WARN)).summary())
        .containsPattern("tools/list: 3 tools, [0-9,]+ characters, about [0-9,]+ tokens");
  }

  private static final String ITEM = "tools: [{operation: getItem, name: item%s}]\n";

  @Test
  void aChangeOfAToolIsAChangeOfTheLock() throws IOException {
    LockAcceptance.accept(request(DOCUMENT, ITEM.formatted(""), Mode.FAIL));
    assertThat(Files.readString(lock)).containsPattern("\ntool item operation=getItem contract=");
    assertThat(changes(ITEM.formatted(", fixed: {color: red}"))).contains("breaking tool-changed");
    assertThat(changes(ITEM.formatted(", fields: [name]"))).contains("breaking tool-changed");
    assertThat(changes(ITEM.formatted("").replace("item", "one_item")))
        .contains("breaking tool-renamed", "was named item");
    assertThat(changes("tools: [{operation: addItem, name: item}]"))
        .contains("widening tool-changed", "was a tool for getItem");
    assertThat(changes("toolMode: both\n" + ITEM.formatted("")))
        .contains("widening tool-added", "addItem");
    assertThat(changes("toolMode: search")).contains("breaking tool-removed");
    assertThat(changes(ITEM.formatted(", description: Other words"))).isEmpty();
  }

  private String changes(String configuration) throws IOException {
    return LockAcceptance.compare(request(DOCUMENT, configuration, Mode.FAIL))
        .orElseThrow()
        .changes()
        .stream()
        .map(dev.dragoman.generator.diff.ComparisonText::line)
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Test
  void whatTheLockDoesNotHaveIsNoTool() throws IOException {
    String before = DOCUMENT.substring(0, DOCUMENT.indexOf("  /items:\n"));
    LockAcceptance.accept(request(before, ITEM.formatted(""), Mode.FAIL));
    String both =
        "tools:\n  - {operation: getItem, name: item}\n  - {operation: addItem, name: add}";
    GenerationResult result = Generator.generate(request(DOCUMENT, both, Mode.WARN));
    assertThat(result.warnings())
        .filteredOn(problem -> problem.code().equals("DRG-LOCK-007"))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .contains("config.yaml:3:5", "The tool add is left out", "addItem"));
    assertThat(Trees.read(folders.resources()))
        .anySatisfy(
            (path, text) -> {
              assertThat(path).endsWith("tools.json");
              assertThat(text).contains("\"item\"").doesNotContain("addItem");
            });
    String twice = ITEM.formatted("") + "\n";
    assertThat(changes(twice.replace("}]", "}, {operation: getItem, name: again}]")))
        .contains("widening tool-added: getItem, tool again is new");
  }
}
