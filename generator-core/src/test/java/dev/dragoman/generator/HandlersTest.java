package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.testing.GeneratedServer;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Handlers with and without typed requests: the same arguments give the same request. */
class HandlersTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Depot, version: "1"}
      servers: [{url: "https://depot.example"}]
      paths:
        /parcels/{id}:
          post:
            operationId: move
            servers: [{url: "https://moves.depot.example"}]
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
              - {name: size, in: query, schema: {type: string, enum: [small, LARGE]}}
              - {name: X-Trace, in: header, schema: {type: string}}
              - {name: session, in: cookie, schema: {type: string}}
            requestBody:
              content:
                application/json: {schema: {$ref: "#/components/schemas/Move"}}
                application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Move"}}
            responses: {"200": {description: OK}}
        /parcels:
          put:
            operationId: replace
            requestBody:
              required: true
              content:
                application/json: {schema: {$ref: "#/components/schemas/Move"}}
            responses: {"200": {description: OK}}
      components:
        schemas:
          Move: {type: object, properties: {to: {type: string}, weight: {type: number}}}
      """;

  @TempDir Path folder;

  private final List<GeneratedServer> servers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (GeneratedServer server : servers) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 7}||",
        "{\"id\": \"7\", \"tags\": [\"a b\", \"c\"], \"size\": \"LARGE\", \"X-Trace\": \"t\"}||",
        "{\"id\": 7, \"session\": \"s\"}|{\"to\": \"x\", \"weight\": 1.50, \"more\": null}|",
        "{\"id\": 7}|{\"to\": \"x y\"}|application/x-www-form-urlencoded",
        "{\"id\": 7}|{}|"
      })
  void bothKindsSendTheSameRequest(String call) throws Exception {
    String[] parts = call.split("\\|", -1);

    ApiRequest plain = request(plain(), "move", parts[0], parts[1], parts[2]);

    assertThat(text(plain))
        .isEqualTo(text(request(typed(), "move", parts[0], parts[1], parts[2])))
        .startsWith("POST https://moves.depot.example /parcels/7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}||",
        "{\"id\": \"seven\", \"size\": \"huge\", \"tags\": [{}]}|7|",
        "{\"id\": 7, \"colour\": \"red\"}|{}|text/csv",
        "{\"id\": 1.5, \"X-Trace\": []}|[1]|text/csv"
      })
  void bothKindsReportTheSameProblems(String call) throws Exception {
    String[] parts = call.split("\\|", -1);

    List<String> plain = problems(plain(), parts);

    assertThat(plain).isNotEmpty().containsExactlyInAnyOrderElementsOf(problems(typed(), parts));
  }

  @Test
  void aProblemDoesNotHideTheNextOne() throws Exception {
    assertThat(problems(plain(), new String[] {"{\"size\": \"huge\"}", "7", "text/csv"}))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).startsWith("id is required"),
            one -> assertThat(one).startsWith("size expected one of small, LARGE"),
            one -> assertThat(one).startsWith("content_type expected one of"),
            one -> assertThat(one).startsWith("body expected an object"));
  }

  @Test
  void aMissingBodyIsReported() throws Exception {
    InvalidArgumentsException missing =
        catchThrowableOfType(
            InvalidArgumentsException.class, () -> request(plain(), "replace", "{}", "", ""));

    assertThat(missing.problems()).containsExactly(new ArgumentProblem("body", "is required"));
  }

  @Test
  void namesOfOperationsDoNotCollideWithMembersOfTheirClass() throws Exception {
    List<String> ids =
        List.of(
            "wait",
            "notify",
            "toString",
            "getClass",
            "clone",
            "find",
            "new",
            "switch",
            "yield",
            "Yield",
            "record",
            "sealed",
            "permits",
            "non-sealed",
            "var",
            "when",
            "with",
            "to",
            "exports",
            "assert",
            "strictfp",
            "true",
            "null",
            "_",
            "9",
            "a-b",
            "aB",
            "a/b",
            "in",
            "request",
            "Operation",
            "OperationHandler");
    StringBuilder paths =
        new StringBuilder("openapi: 3.1.0\ninfo: {title: N, version: '1'}\npaths:\n");
    for (int i = 0; i < ids.size(); i++) {
      paths.append(
          "  /p%d: {get: {operationId: '%s', responses: {default: {description: x}}}}\n"
              .formatted(i, ids.get(i)));
    }
    for (GeneratedServer server : List.of(plain(paths.toString()), typed(paths.toString()))) {
      assertThat(server.compilation()).succeededWithoutWarnings();
      for (OperationPlan operation : server.plan().operations()) {
        ApiRequest request =
            server.handler(operation).request(Arguments.of(MAPPER.createObjectNode(), null));
        assertThat(request.rawPath()).isEqualTo(operation.path());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"petshop", "polytomic", "library", "clinic"})
  void anOperationHasAtMostTwentyFiveLinesOnAverage(String sample) throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    SpecInput input = SpecInput.of(Path.of("../sample-specs/" + sample + ".yaml"));
    Generator.generate(
        new GenerationRequest(input, GenerationOptions.inPackage("generated"), folders, "test"));

    long lines = 0;
    long operations = 0;
    for (String text : Trees.read(folders.sources().resolve("generated/operations")).values()) {
      lines += text.lines().count();
      operations += text.lines().filter(line -> line.startsWith("      case \"")).count();
    }

    assertThat(operations).isPositive();
    assertThat((double) lines / operations).isLessThanOrEqualTo(25);
  }

  private GeneratedServer plain() throws IOException {
    return plain(DOCUMENT);
  }

  private GeneratedServer typed() throws IOException {
    return typed(DOCUMENT);
  }

  private GeneratedServer plain(String document) throws IOException {
    return kept(GeneratedServer.of(SpecInput.of(written(document)), folder.resolve("plain")));
  }

  private GeneratedServer typed(String document) throws IOException {
    return kept(
        GeneratedServer.withClient(SpecInput.of(written(document)), folder.resolve("typed")));
  }

  private Path written(String document) throws IOException {
    return Files.writeString(folder.resolve("api.yaml"), document);
  }

  private GeneratedServer kept(GeneratedServer server) {
    servers.add(server);
    return server;
  }

  private static List<String> problems(GeneratedServer server, String[] parts) {
    InvalidArgumentsException invalid =
        catchThrowableOfType(
            InvalidArgumentsException.class,
            () -> request(server, "move", parts[0], parts[1], parts[2]));
    return invalid.problems().stream().map(one -> one.place() + " " + one.message()).toList();
  }

  private static ApiRequest request(
      GeneratedServer server, String id, String values, String body, String mediaType)
      throws ReflectiveOperationException {
    OperationPlan operation =
        server.plan().operations().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    JsonNode given = body.isEmpty() ? null : MAPPER.readTree(body);
    return server
        .handler(operation)
        .request(Arguments.of((ObjectNode) MAPPER.readTree(values), given, mediaType));
  }

  private static String text(ApiRequest request) {
    String body =
        request
            .body()
            .map(one -> one.contentType() + " " + new String(one.bytes(), StandardCharsets.UTF_8))
            .orElse("");
    return String.join(
        " ",
        request.method(),
        request.server().map(Object::toString).orElse(""),
        request.rawPath(),
        request.rawQuery(),
        request.headers().toString(),
        request.cookies().toString(),
        body);
  }
}
