package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps/{id}:
          get:
            operationId: getLamp
            summary: Get a lamp
            parameters:
              - {name: id, in: path, required: true, schema: {$ref: "parts/id.yaml"}}
            responses: {"200": {description: OK}}
      """;

  @TempDir Path folder;
  private Path spec;
  private Path part;
  private OutputFolders folders;

  @BeforeEach
  void write() throws IOException {
    spec = Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    part = Files.createDirectories(folder.resolve("parts")).resolve("id.yaml");
    Files.writeString(part, "type: string\n");
    folders = OutputFolders.below(folder.resolve("out"));
  }

  @Test
  void generatesWhatThePlanSays() throws IOException {
    GenerationResult result = Generator.generate(request());
    assertThat(result.mainClass()).isEqualTo("com.example.LampServer");
    assertThat(result.summary())
        .startsWith("Lamp API: 1 operations (1 read, 0 write, 0 destructive)");
    assertThat(Trees.read(folders.sources()))
        .containsOnlyKeys(
            "com/example/LampApi.java",
            "com/example/LampServer.java",
            "com/example/operations/LampOperations.java",
            "com/example/operations/package-info.java",
            "com/example/package-info.java");
    assertThat(folders.resources().resolve("META-INF/dragoman/com/example/search.idx")).exists();
  }

  @Test
  void aConfigurationThatLeavesOutEverythingIsNamedAsTheCause() throws IOException {
    Path config = Files.writeString(folder.resolve("config.yaml"), "excludes: [{path: '/**'}]");
    GenerationResult result =
        Generator.generate(request("com.example", "1", Configuration.read(config).choices()));
    assertThat(result.operations()).isZero();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("[DRG-PLAN-001] All operations of the document (1) are left out;")
        .endsWith("Check what the configuration includes and excludes.");
  }

  @Test
  void aDocumentWithoutOperationsMakesAServerThatCompiles() throws IOException {
    Files.writeString(spec, SPEC.substring(0, SPEC.indexOf("paths:")) + "paths: {}\n");
    GenerationResult result = Generator.generate(request());
    assertThat(result.operations()).isZero();
    assertThat(result.warnings()).extracting(Problem::code).containsExactly("DRG-PLAN-001");
    assertThat(Compilations.compile(folders.sources())).succeededWithoutWarnings();
  }

  @Test
  void aTitleCannotForgeALineOfTheLog() throws IOException {
    Files.writeString(spec, SPEC.replace("Lamp API", "\"a\\n[ERROR] b\\u202e\""));
    assertThat(Generator.generate(request()).summary()).startsWith("a\\u{A}[ERROR] b\\u{202E}: 1");
  }

  @Test
  void doesNothingWhenNothingChanged() throws IOException {
    assertThat(Generator.generateIfStale(request())).isPresent();
    assertThat(Generator.generateIfStale(request())).isEmpty();
  }

  @Test
  void anyChangeOfAnInputGeneratesAgain() throws IOException {
    Generator.generate(request());
    Files.writeString(spec, SPEC.replace("Get a lamp", "Get one lamp"));
    assertThat(Generator.generateIfStale(request()).orElseThrow().files().written()).isPositive();
    Files.writeString(part, "type: integer\n");
    assertThat(Generator.generateIfStale(request())).isPresent();
    assertThat(Generator.generateIfStale(request("other", "1"))).isPresent();
    assertThat(Generator.generateIfStale(request("other", "2"))).isPresent();
    Files.delete(folders.sources().resolve("other/LampApi.java"));
    assertThat(Generator.generateIfStale(request("other", "2"))).isPresent();
    assertThat(Generator.generateIfStale(request("other", "2"))).isEmpty();
  }

  @Test
  void aBuildOfTheGeneratorIsKnownByItsFiles() {
    assertThat(GeneratorBuild.identity())
        .matches("[0-9a-f]{16}")
        .isEqualTo(GeneratorBuild.identity());
  }

  @Test
  void whatIsNoLongerGeneratedIsDeleted() throws IOException {
    Generator.generate(request());
    Generator.generate(request("other", "1"));
    assertThat(Trees.read(folders.sources()).keySet()).allMatch(file -> file.startsWith("other/"));
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    Generator.generate(request());
    Map<String, String> sources = Trees.read(folders.sources());
    OutputFolders elsewhere = OutputFolders.below(folder.resolve("elsewhere"));
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(spec), GenerationOptions.inPackage("com.example"), elsewhere, "1"));
    assertThat(Trees.read(elsewhere.sources())).isEqualTo(sources);
  }

  static Stream<Arguments> badDocuments() {
    return Stream.of(
        Arguments.of("not OpenAPI", "hello: world\n"),
        Arguments.of("cut", "{\"openapi\": \"3.0.3\", \"info\": {"),
        Arguments.of("tab", "openapi: 3.0.3\n\tinfo: {}\n"),
        Arguments.of(
            "from the network",
            "openapi: 3.0.3\ninfo: {title: a, version: b}\npaths: {/a: {$ref: 'http://a.b/c'}}\n"),
        Arguments.of("empty", ""));
  }

  @ParameterizedTest
  @MethodSource("badDocuments")
  void aBadDocumentLeavesThePreviousOutputAlone(String name, String text) throws IOException {
    Generator.generate(request());
    Map<String, String> before = Trees.read(folder.resolve("out"));
    Files.writeString(spec, text);

    GenerationException refused =
        catchThrowableOfType(GenerationException.class, () -> Generator.generate(request()));

    assertThat(refused).as(name).isNotNull();
    assertThat(refused).hasMessageContaining("lamp.yaml").hasMessageContaining("[DRG-SPEC-");
    assertThat(Trees.read(folder.resolve("out"))).isEqualTo(before);
  }

  @Test
  void aMissingDocumentIsNamed() {
    GenerationRequest request =
        new GenerationRequest(
            SpecInput.of(folder.resolve("missing.yaml")),
            GenerationOptions.inPackage("a"),
            folders,
            "1");
    assertThat(catchThrowableOfType(GenerationException.class, () -> Generator.generate(request)))
        .hasMessageContaining("missing.yaml");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private GenerationRequest request() {
    return request("com.example", "1");
  }

  private GenerationRequest request(String packageName, String version) {
    return request(packageName, version, OperatorChoices.NONE);
  }

  private GenerationRequest request(String packageName, String version, OperatorChoices operator) {
    return new GenerationRequest(
        SpecInput.of(spec),
        new GenerationOptions(Optional.empty(), packageName, Optional.empty())
            .withOperator(operator),
        folders,
        version);
  }
}
