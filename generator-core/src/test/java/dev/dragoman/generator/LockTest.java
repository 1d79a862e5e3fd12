package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.diff.Change;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LockTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1", description: lamps}
      servers: [{url: "https://lamp.example"}]
      security: [{key: []}]
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
        schemas:
          Lamp:
            type: object
            required: [name]
            properties:
              name: {type: string, description: shown}
              parts: {type: array, items: {$ref: "#/components/schemas/Lamp"}}
      paths:
        /lamps/{id}:
          get:
            operationId: getLamp
            summary: Get a lamp
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: verbose, in: query, schema: {type: boolean}}
            responses: {"200": {description: OK}}
        /lamps:
          post:
            operationId: addLamp
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}
            responses: {"201": {description: OK}}
      """;
  private static final String NEW_OPERATION =
      """
        /fuses:
          delete:
            operationId: blowFuses
            responses: {"204": {description: OK}}
      """;

  @TempDir Path folder;
  private Path spec;
  private Path lock;
  private OutputFolders folders;

  @BeforeEach
  void write() throws IOException {
    spec = Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    lock = folder.resolve("lamp.yaml.lock");
    folders = OutputFolders.below(folder.resolve("out"));
  }

  @Test
  void withoutALockEverythingIsExposedAndTheSummarySaysSo() throws IOException {
    GenerationResult result = Generator.generate(request(Mode.FAIL));
    assertThat(result.operations()).isEqualTo(2);
    assertThat(result.summary()).endsWith("no lock: all operations are exposed");
  }

  @Test
  void theFirstAcceptAddsEveryOperation() throws IOException {
    assertThat(LockAcceptance.accept(request(Mode.FAIL)).changes())
        .extracting(Change::code)
        .contains("operation-added", "operation-added", "servers-changed");
    assertThat(Files.readString(lock))
        .contains(
            "operation addLamp POST /lamps write auth=apiKey:header:X-Key"
                + " required=body,body:name contract=")
        .contains(
            "operation getLamp GET /lamps/{id} read auth=apiKey:header:X-Key"
                + " required=path:id contract=");
    GenerationResult result = Generator.generate(request(Mode.REQUIRE));
    assertThat(result.summary()).endsWith("matching the lock");
  }

  @Test
  void whereItIsRequiredAMissingLockIsAnError() {
    assertThat(refused(Mode.REQUIRE)).hasMessageContaining("[DRG-LOCK-005]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "operationId: getLamp;operationId: readLamp;operation-renamed: readLamp was named getLamp",
        "/lamps/{id}:;/lights/{id}:;operation-moved: getLamp was GET /lamps/{id}",
        "operationId: addLamp;operationId: getLamp;operation-renamed: getLamp_2 was named addLamp",
        "in: query, schema;in: query, required: true, schema;"
            + "newly-required: getLamp, query:verbose",
        "required: [name];required: [name, parts];newly-required: addLamp, body:parts",
        "required: [name];required: [];no-longer-required: addLamp, body:name",
        "post:;delete:;access-changed: addLamp was write, is destructive",
        "security: [{key: []}];security: [];auth-changed: getLamp, auth",
        "name: X-Key;name: Y-Key;auth-changed: getLamp, auth was apiKey:header:X-Key",
        "lamp.example;other.example;servers-changed: servers were https://lamp.example",
        "type: string, description;type: string, readOnly: true, description;"
            + "no-longer-required: addLamp, body:name",
        "parts: {type: array;parts: {readOnly: true, type: array;contract-changed: addLamp",
        "type: boolean;type: string;contract-changed: getLamp",
        "type: string, description;type: integer, description;contract-changed: addLamp",
        "type: array, items;type: array, maxItems: 3, items;contract-changed: addLamp",
      })
  void aChangeIsRefusedUntilItIsAccepted(String text, String changed, String line)
      throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    String agreed = Files.readString(lock);
    assertThat(SPEC).contains(text);
    Files.writeString(spec, SPEC.replace(text, changed));

    assertThat(refused(Mode.FAIL))
        .hasMessageContaining("lamp.yaml.lock: [DRG-LOCK-004]")
        .hasMessageContaining(line)
        .hasMessageContaining("accept goal");
    assertThat(Files.readString(lock)).isEqualTo(agreed);
    assertThat(folder.resolve("out")).doesNotExist();

    assertThat(Generator.generate(request(Mode.WARN)).warnings())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains(line));
    LockAcceptance.accept(request(Mode.FAIL));
    assertThat(Generator.generate(request(Mode.FAIL)).summary()).endsWith("matching the lock");
  }

  @Test
  void aRenamedOperationIsFoundByItsFormerIdsUntilAPersonForgetsThem() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    Files.writeString(spec, SPEC.replace("operationId: getLamp", "operationId: readLamp"));
    LockAcceptance.accept(request(Mode.FAIL));
    assertThat(Files.readString(lock))
        .contains(" required=path:id formerly=getLamp contract=")
        .contains(" required=body,body:name contract=");
    Generator.generate(request(Mode.FAIL));
    assertThat(names()).containsEntry("getLamp", 0).containsEntry("readLamp", 0);

    Files.writeString(spec, SPEC.replace("operationId: getLamp", "operationId: showLamp"));
    LockAcceptance.accept(request(Mode.FAIL));
    assertThat(Generator.generate(request(Mode.FAIL)).summary()).endsWith("matching the lock");
    assertThat(names())
        .containsEntry("getLamp", 0)
        .containsEntry("readLamp", 0)
        .containsEntry("showLamp", 0);

    LockAcceptance.of(request(Mode.FAIL), false).write();
    assertThat(Files.readString(lock)).doesNotContain("formerly");
    Generator.generate(request(Mode.FAIL));
    assertThat(names()).containsEntry("showLamp", 0).doesNotContainKeys("getLamp", "readLamp");
  }

  @Test
  void anIdThatBelongsToAnOperationAgainIsNoFormerOne() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    String renamed = SPEC.replace("operationId: getLamp", "operationId: readLamp");
    Files.writeString(spec, renamed);
    LockAcceptance.accept(request(Mode.FAIL));
    Files.writeString(spec, renamed.replace("operationId: addLamp", "operationId: getLamp"));
    LockAcceptance.accept(request(Mode.FAIL));
    assertThat(Files.readString(lock))
        .contains("operation getLamp POST ")
        .contains(" required=body,body:name formerly=addLamp contract=")
        .contains(" required=path:id contract=");
    Generator.generate(request(Mode.FAIL));
    assertThat(names())
        .containsEntry("readLamp", 0)
        .containsEntry("getLamp", 1)
        .containsEntry("addLamp", 1);
  }

  /** The look-up table of the generated server: the ordinals of operations by every name. */
  private Map<String, Integer> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      Path lookup =
          files
              .filter(file -> file.getFileName().toString().startsWith("lookup"))
              .findFirst()
              .orElseThrow();
      Map<String, Integer> ordinals = new HashMap<>();
      JsonMapper.shared()
          .readTree(lookup.toFile())
          .forEachEntry((name, ordinal) -> ordinals.put(name, ordinal.intValue()));
      return ordinals;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "description: shown;description: hidden",
        "summary: Get a lamp;summary: Get one",
        "description: lamps;description: lights",
        "{name: {type: string;{name: {example: a, type: string",
      })
  void wordsForPeopleAreNoPartOfTheContract(String text, String changed) throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    Files.writeString(spec, SPEC.replace(text, changed));
    assertThat(Generator.generate(request(Mode.FAIL)).warnings()).isEmpty();
  }

  @Test
  void whatTheLockDoesNotHaveIsNotExposed() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    Files.writeString(spec, SPEC + NEW_OPERATION);
    assertThat(refused(Mode.FAIL)).hasMessageContaining("operation-added: blowFuses");

    GenerationResult result = Generator.generate(request(Mode.WARN));

    assertThat(result.operations()).isEqualTo(2);
    assertThat(result.summary()).endsWith("1 differences from the lock (1 operations left out)");
    Map<String, String> files = Trees.read(folders.sources());
    assertThat(files.values()).noneMatch(text -> text.contains("blowFuses"));
    assertThat(Trees.read(folders.resources()).values())
        .noneMatch(text -> text.contains("blowFuses"));
    assertThat(Compilations.compile(folders.sources())).succeededWithoutWarnings();
    assertThat(Generator.generateIfStale(request(Mode.WARN))).as("warned again").isPresent();
  }

  @Test
  void leavingOneOutDoesNotRenameItsNamesake() throws IOException {
    String twice = NEW_OPERATION.replace("blowFuses", "getLamp");
    Files.writeString(spec, SPEC.replace("paths:\n", "paths:\n" + twice));
    LockAcceptance.accept(request(Mode.FAIL));
    String text = Files.readString(lock);
    assertThat(text).contains("operation getLamp DELETE /fuses", "operation getLamp_2 GET");
    // Agree to the second only.
    Files.writeString(
        lock,
        LockFile.text(
            new Lock(
                List.of("https://lamp.example"),
                Map.of(
                    "getLamp_2", LockFile.read(lock).orElseThrow().entries().get("getLamp_2")))));
    assertThat(Generator.generate(request(Mode.WARN)).operations()).isEqualTo(1);
    assertThat(Trees.read(folders.sources()).values()).anyMatch(java -> java.contains("getLamp_2"));
  }

  @Test
  void aConflictIsRefusedAndAcceptMendsIt() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    String good = Files.readString(lock);
    Files.writeString(lock, good.replace("operation a", "<<<<<<< ours\noperation a"));
    assertThat(refused(Mode.WARN))
        .hasMessageContaining(
            "lamp.yaml.lock:5:1: [DRG-LOCK-002] The lock file contains a merge conflict.");
    LockAcceptance.accept(request(Mode.FAIL));
    assertThat(lock).hasContent(good.strip());
  }

  @Test
  void aDocumentThatIsRefusedLeavesTheLock() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    String good = Files.readString(lock);
    Files.writeString(spec, "hello: world\n");
    assertThat(
            catchThrowableOfType(
                GenerationException.class, () -> LockAcceptance.accept(request(Mode.FAIL))))
        .isNotNull();
    assertThat(lock).hasContent(good.strip());
  }

  @Test
  void theTestsOfAServerHaveItsOperationsOnly() throws IOException {
    LockAcceptance.accept(request(Mode.FAIL));
    Files.writeString(spec, SPEC + NEW_OPERATION);
    Generator.generateTestsIfStale(request(Mode.WARN));
    assertThat(Trees.read(folders.sources()).values())
        .isNotEmpty()
        .noneMatch(text -> text.contains("blowFuses"));
  }

  private GenerationException refused(Mode mode) {
    return catchThrowableOfType(GenerationException.class, () -> Generator.generate(request(mode)));
  }

  private GenerationRequest request(Mode mode) {
    return new GenerationRequest(
        SpecInput.of(spec),
        GenerationOptions.inPackage("com.example"),
        folders,
        "1",
        new LockPolicy(Optional.of(lock), mode));
  }
}
