package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says about an API, and what a vendor may not say of itself. */
class OperatorTest {
  private static final Path FOLDER = Path.of("src/test/resources/operator");
  private static final Path DOCUMENT = FOLDER.resolve("lamps.yaml");

  @TempDir Path folder;

  @Test
  void whatHoldsForEachOperation() throws IOException {
    Problems problems = new Problems();
    ServerPlan plan = plan(Configuration.read(FOLDER.resolve("config.yaml")), problems);
    assertThat(plan.operations())
        .extracting(OperatorTest::brief)
        .containsExactly(
            "searchLamps READ [USER] [[lamps:read]]",
            "previewLamp WRITE [USER] [[lamps:read]]",
            "getLamp WRITE [USER] [[lamps:read, lamps:detail]]",
            "removeLamp DESTRUCTIVE [USER] [[lamps:write], [fleet:write, fleet:admin]]",
            "listFleet READ [PARTNER] []");
    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            DOCUMENT
                + ":19:26 (#/paths/~1lamps~1preview/post/x-dragoman-access): [DRG-PLAN-012]"
                + " x-dragoman-access would loosen write to read, which a vendor's document is not allowed to do;"
                + " it is ignored. If it is intended, set it in an overlay or in the configuration.",
            DOCUMENT
                + ":43:30 (#/paths/~1fleets~1{org_id}~1lamps/get/x-dragoman-auth-modes):"
                + " [DRG-PLAN-012] x-dragoman-auth-modes would allow auth modes that the security"
                + " schemes do not, which a vendor's document is not allowed to do; it is ignored. If it"
                + " is intended, set it in an overlay or in the configuration.");
  }

  @Test
  void withoutAWordMethodsAndSchemesDecide() {
    ServerPlan plan = plan(Configuration.NONE, new Problems());
    assertThat(plan.operations())
        .extracting(OperatorTest::brief)
        .contains(
            "searchLamps WRITE [USER, PARTNER] [[lamps:read]]",
            "deleteLamp DESTRUCTIVE [USER, PARTNER] [[lamps:write, lamps:admin]]",
            "listFleet READ [USER, PARTNER] []")
        .hasSize(7);
  }

  private static String brief(OperationPlan operation) {
    return operation.id()
        + " "
        + operation.access()
        + " "
        + operation.rights().authModes()
        + " "
        + operation.rights().scopes();
  }

  /** What stays of the seven operations. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "includes: [{tag: Fleet}]|[listFleet]",
        "includes: [{operationId: 'get*'}]|[getLamp]",
        "includes: [{path: '/lamps/*'}]|[searchLamps, previewLamp, getLamp, deleteLamp]",
        "includes: [{path: '/fleets/**'}, {method: delete}]|[deleteLamp, listFleet]",
        "includes: [{access: read, tag: Lamps}]|[listLamps]",
        "excludes: [{tag: Lamps}, {path: '/internal/**'}]|[listFleet]",
        "includes: [{tag: Lamps}], excludes: [{method: post}]|[getLamp, deleteLamp, listLamps]",
        "excludeDeprecated: true, includes: [{method: get}]|[getLamp, listFleet]",
        "operations: [{match: {method: post}, exclude: true}], excludes: [{access: destructive}]"
            + "|[getLamp, listFleet, listLamps]",
        "operations: [{match: {tag: '*'}, access: read}], excludes: [{access: read}]|[reset]",
      })
  void selection(String config, String expected) throws IOException {
    Problems problems = new Problems();
    ServerPlan plan = plan(configuration("{" + config + "}"), problems);
    assertThat(plan.operations().stream().map(OperationPlan::id).toList()).hasToString(expected);
    assertThat(problems.all()).noneMatch(problem -> problem.code().equals("DRG-PLAN-010"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "excludes: [{tag: Lamp}]|No operation matches this rule",
        "includes: [{tag: Fleet}, {path: '/lamps'}, {path: /gone}]|No operation matches this rule",
        "operations: [{match: {operationId: gone}, access: read}]|No operation matches this rule",
        "authModes: {userkey: user}|authModes names \"userkey\", which is not a security scheme here.",
        "organizationParameters: [org]|organizationParameters names \"org\", which no operation",
      })
  void whatIsForNothingIsALocatedWarning(String config, String message) throws IOException {
    Problems problems = new Problems();
    plan(configuration("{" + config + "}"), problems);
    assertThat(problems.all())
        .filteredOn(problem -> problem.code().equals("DRG-PLAN-010"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith(message);
              assertThat(problem.location().line()).isPositive();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operations: [{match: {operationId: deletLamp}, keywords: [a]}]|Did you mean operationId deleteLamp?",
        "operations: [{match: {tag: fleets}, keywords: [a]}]|Did you mean tag Fleet?",
        "excludes: [{tag: Lamp}]|Did you mean tag Lamps?",
        "includes: [{tag: Fleet}, {operationId: get-lamp}]|Did you mean operationId getLamp?",
        "operations: [{match: {operationId: 'x*'}, keywords: [a]}]|Check its spelling",
      })
  void whatIsForNothingIsToldTheNearestName(String config, String hint) throws IOException {
    Problems problems = new Problems();
    plan(configuration("{" + config + "}"), problems);
    assertThat(problems.all())
        .filteredOn(problem -> problem.code().equals("DRG-PLAN-010"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.hint()).startsWith(hint);
              assertThat(problem.location().line()).isPositive();
            });
  }

  /** Words that neither the document nor the lists of synonyms have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{operationId: deleteLamp}|[defenestrate]|defenestrate it|deleteLamp",
        "{tag: Fleet}|[our zeppelins]|show the zeppelins|listFleet",
        "{path: '/lamps/search', method: post}|['rummage, ferret out']|ferret out something|searchLamps",
        "{operationId: getLamp}|[Glühbirne]|welche glühbirne ist das|getLamp",
      })
  void searchFindsOperationsByKeywords(String match, String keywords, String query, String expected)
      throws IOException {
    String config = "{operations: [{match: %s, keywords: %s}]}".formatted(match, keywords);
    assertThat(found(plan(Configuration.NONE, new Problems()), query)).doesNotContain(expected);
    assertThat(found(plan(configuration(config), new Problems()), query)).startsWith(expected);
  }

  @Test
  void keywordsOfSeveralRulesAddUp() throws IOException {
    ServerPlan plan =
        plan(
            configuration(
                "{operations: [{match: {tag: Lamps}, keywords: [bulb]},"
                    + " {match: {operationId: getLamp}, keywords: [torch, bulb]}]}"),
            new Problems());
    assertThat(plan.indexed())
        .filteredOn(one -> one.id().equals("getLamp"))
        .singleElement()
        .satisfies(one -> assertThat(one.keywords()).containsExactly("bulb", "torch"));
  }

  private static List<String> found(ServerPlan plan, String query) {
    SearchIndex index = SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(plan.indexed())));
    return index.search(query, ordinal -> true, 3).stream()
        .map(hit -> plan.operations().get(hit.ordinal()).id())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|Expected an object.",
        "{operation: []}|Unknown setting \"operation\". Did you mean operations?",
        "{operations: [{access: read}]}|A rule needs a \"match\".",
        "{operations: [{match: {}, access: read}]}|The match does not select any operations.",
        "{operations: [{match: {tag: a}}]}|The rule has no settings besides \"match\".",
        "{operations: [{match: {tag: a}, keywords: ['?!']}]}|Each of \"keywords\" must contain a word",
        "{operations: [{match: {tag: a}, keywords: [a, '']}]}|Each of \"keywords\" must contain a",
        "{operations: [{match: {tag: a}, keywords: [[a]]}]}|\"keywords\" must contain only strings.",
        "{operations: [{match: {tag: a}, access: admin}]}|\"access\" must be read, write or",
        "{operations: [{match: {tag: a}, authModes: all}]}|\"authModes\" must be user, partner",
        "{includes: [{tags: a}]}|Unknown setting \"tags\".",
        "{excludes: [{tag: [a]}]}|\"tag\" must be a string.",
        "{excludeDeprecated: sometimes}|\"excludeDeprecated\" must be true or false.",
        "{authModes: {key: everyone}}|\"key\" must be user, partner or both.",
        "{authModes: user}|\"authModes\" must be an object.",
        "{securitySchemes: [{type: bearer}]}|A security scheme needs a name.",
        "{securitySchemes: [{name: a, type: oauth2}]}|\"type\" must be apiKey, basic or bearer.",
        "{securitySchemes: [{name: a, type: apiKey, in: body, parameter: k}]}|An apiKey scheme needs",
        "{securitySchemes: [{name: a, type: apiKey, in: header, parameter: 'a b'}]}|An apiKey scheme needs",
        "{environments: [{name: Sandbox, url: 'https://a.example'}]}|An environment needs a name",
        "{environments: [{name: a, url: 'https://u:p@a.example'}]}|An environment needs a name",
        "{baseUrl: ftp://a.example}|Not an absolute http or https URL.",
      })
  void faultsOfAConfigurationAreLocatedErrors(String config, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), config);
    GenerationException refused =
        catchThrowableOfType(GenerationException.class, () -> Configuration.read(file));
    assertThat(refused)
        .hasMessageContaining(file + ":1:")
        .hasMessageContaining("[DRG-CONFIG-001] " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tag: Lamps}|x|is given to more than one operation",
        "{operationId: reset}|getLamp|is the name of another operation",
        "{operationId: reset}|a b|must be up to 120 letters",
      })
  void namesAreCheckedToo(String match, String name, String message) throws IOException {
    String rule = "{operations: [{match: %s, name: '%s'}]}".formatted(match, name);
    Problems problems = new Problems();
    plan(configuration(rule), problems);
    assertThat(problems.all())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("DRG-PLAN-013");
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void securitySchemesForADocumentWithout() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("bare.yaml"),
            """
            openapi: 3.0.3
            info: {title: Bare, version: "1"}
            servers: [{url: "https://bare.example.com"}]
            paths: {/a: {get: {operationId: a, responses: {"200": {description: OK}}}}}
            """);
    String schemes =
        "securitySchemes: [{name: key, type: apiKey, in: query, parameter: api_key},"
            + " {name: login, type: basic}]";
    assertThat(bare(document, "{" + schemes + "}"))
        .contains(".securityScheme(", "ApiKey(\"key\", SecurityScheme.Location.QUERY, \"api_key\")")
        .contains("HttpBasic(\"login\")", ".securedBy(\"key\")", ".securedBy(\"login\")");
    assertThat(bare(document, "{" + schemes + ", security: [key + login]}"))
        .contains(".securedBy(\"key\", \"login\")")
        .doesNotContain(".securedBy(\"key\")");
  }

  private String bare(Path document, String config) throws IOException {
    OutputFolders folders = OutputFolders.below(folder.resolve("out"));
    Generator.generate(request(document, configuration(config), folders));
    return Files.readString(folders.sources().resolve("com/example/lamps/BareApi.java"))
        .replaceAll("\\s+", " ");
  }

  @Test
  void anyChangeOfWhatTheOperatorSaysGeneratesAgain() throws IOException {
    OutputFolders folders = OutputFolders.below(folder.resolve("out"));
    Path overlay = Files.copy(FOLDER.resolve("overlay.yaml"), folder.resolve("overlay.yaml"));
    Path config = folder.resolve("config.yaml");
    String text = Files.readString(FOLDER.resolve("config.yaml"));
    Files.writeString(config, text);
    assertThat(stale(config, folders)).isTrue();
    assertThat(stale(config, folders)).isFalse();
    Files.writeString(overlay, Files.readString(overlay).replace("read}", "write}"));
    assertThat(stale(config, folders)).isTrue();
    assertThat(stale(config, folders)).isFalse();
    for (String change :
        List.of("userKey: both", "name: dropLamp", "[org]", "true\nincludes: [{tag: Fleet}]")) {
      String changed =
          text.replaceFirst(
              switch (change.charAt(0)) {
                case 'u' -> "userKey: user";
                case 'n' -> "name: removeLamp";
                case '[' -> "\\[org_id]";
                default -> "true";
              },
              change);
      assertThat(changed).isNotEqualTo(text);
      Files.writeString(config, changed);
      assertThat(stale(config, folders)).as(change).isTrue();
      assertThat(stale(config, folders)).as(change).isFalse();
    }
  }

  private static boolean stale(Path config, OutputFolders folders) throws IOException {
    return Generator.generateIfStale(request(DOCUMENT, Configuration.read(config), folders))
        .isPresent();
  }

  static GenerationRequest request(
      Path document, Configuration configuration, OutputFolders folders) {
    return new GenerationRequest(
        new SpecInput(document, Optional.empty(), Set.of(), configuration.overlays()),
        new GenerationOptions(configuration.apiName(), "com.example.lamps", configuration.baseUrl())
            .withOperator(configuration.choices()),
        folders,
        "test");
  }

  private Configuration configuration(String text) throws IOException {
    return Configuration.read(Files.writeString(folder.resolve("config.yaml"), "#\n" + text));
  }

  private static ServerPlan plan(Configuration configuration, Problems problems) {
    ReadOptions reading = ReadOptions.DEFAULT.withOverlays(configuration.overlays());
    return Planner.plan(
        SpecReader.read(DOCUMENT, reading, problems).model(),
        GenerationOptions.inPackage("com.example.lamps").withOperator(configuration.choices()),
        problems);
  }
}
