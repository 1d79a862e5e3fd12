package dev.dragoman.generator.diagnostics;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.GeneratedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What javac tells whoever writes code beside a generated server: generated types catch a mistake
 * or a change of the document where it is made, in that file and line and nowhere else.
 */
class JavacDiagnosticsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Lamps, version: '1'}
      servers: [{url: 'https://lamp.example'}]
      paths:
        /lamps:
          get:
            operationId: listLamps
            tags: [lamps]
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
              - {name: color, in: query, schema: {type: string, enum: [red, green]}}
              - {name: room, in: query, schema: {type: string}}
              - {name: after, in: query, schema: {type: string}}
              - {name: sort, in: query, schema: {type: string}}
              - {name: maker, in: query, schema: {type: string}}
              - {name: year, in: query, schema: {type: integer}}
            responses: {'200': {description: lamps}}
          post:
            operationId: addLamp
            tags: [lamps]
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [name]
                    properties:
                      name: {type: string}
                      watts: {type: integer}
            responses: {'201': {description: added}}
        /lamps/{id}:
          get:
            operationId: getLamp
            tags: [lamps]
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: lamp}}
      """;

  /** The statement of a test is in line 8. */
  private static final String BY_HAND =
      """
      package generated;

      import generated.model.*;
      import generated.operations.LampsOperations.*;

      final class ByHand {
        Object write() {
          return %s;
        }
      }
      """;

  private static final int STATEMENT_LINE = 8;

  @TempDir static Path unchanged;
  @TempDir Path folder;

  private static GeneratedServer server;

  @BeforeAll
  static void generate() throws IOException {
    server = generated(DOCUMENT, unchanged);
    assertThat(server.compilation()).succeededWithoutWarnings();
  }

  private static GeneratedServer generated(String document, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("lamps.yaml"), document);
    return GeneratedServer.withClient(SpecInput.of(file), folder.resolve("server"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new GetLamp(7)                           | int cannot be converted to java.lang.String",
        "new GetLamp()                            | constructor GetLamp in record",
        "new GetLamp(\"a\").lamp()                | cannot find symbol",
        "new AddLamp(\"a lamp\")                  | java.lang.String cannot be converted to",
        "new DimLamp(\"a\")                       | cannot find symbol",
        "ListLamps.builder().limit(\"ten\")       | java.lang.String cannot be converted to",
        "ListLamps.builder().room(null, 1)        | method room in class",
        "Color.BLUE                               | cannot find symbol",
        "AddLampBody.builder(\"a\").watts(\"60\") | java.lang.String cannot be converted to",
        "AddLampBody.builder()                    | method builder in record",
      })
  void aMistakeOfWhoeverWritesByHandIsInTheirLine(String statement, String message)
      throws IOException {
    expectErrorByHand(server, statement, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A parameter is renamed.
        "{name: limit, in|{name: page_size, in|ListLamps.builder().limit(10L)|cannot find symbol",
        // A parameter is removed.
        "- {name: room, in: query, schema: {type: string}}||ListLamps.builder().room(\"x\")|cannot find symbol",
        // A parameter has another type.
        "name: id, in: path, required: true, schema: {type: string|name: id, in: path, required: true, schema: {type: integer|new GetLamp(\"a\")|java.lang.String cannot be converted to",
        // A value of an enumeration is removed.
        "[red, green]|[red, blue]|Color.GREEN|cannot find symbol",
        // A property becomes required.
        "required: [name]|required: [name, watts]|AddLampBody.builder(\"a\")|method builder in record",
        // A property is renamed.
        "watts: {|power: {|AddLampBody.builder(\"a\").watts(60L)|cannot find symbol",
        // An operation is renamed.
        "operationId: getLamp|operationId: readLamp|new GetLamp(\"a\")|cannot find symbol",
      })
  void aChangeOfTheDocumentIsToldInTheLineThatItBreaks(
      String text, String changed, String statement, String message) throws IOException {
    assertThat(server.compileWith("ByHand.java", BY_HAND.formatted(statement)))
        .succeededWithoutWarnings();
    assertThat(DOCUMENT).contains(text);
    String now = DOCUMENT.replace(text, changed == null ? "" : changed);
    expectErrorByHand(generated(now, folder), statement, message);
  }

  @Test
  void everyGeneratedFileIsDamagedInTurn() throws IOException {
    Map<String, String> sources = Compilations.read(server.sources());
    assertThat(sources).hasSizeGreaterThan(5);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      String file = source.getKey().substring("generated/".length());
      String damaged = source.getValue() + "damage;\n";
      Compilation compilation = server.compileWith(file, damaged);
      long line = damaged.lines().count();
      assertThat(compilation)
          .hadErrorContaining("expected")
          .inFile(Compilations.source("generated/" + file, damaged))
          .onLine(line);
      assertOnlyIn(compilation, "generated/" + file);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operations/LampsOperations.java|\"GET\", \"/lamps\"|7, \"/lamps\"|int cannot be converted to java.lang.String",
        "operations/LampsOperations.java|.query(\"limit\", limit)|.query(\"limit\", limits)|cannot find symbol",
        "operations/LampsOperations.java|GREEN|GREEN(1)|constructor Color in enum",
        "model/AddLampBody.java|public static Builder builder(|public static Build builder(|cannot find symbol",
      })
  void aDamageIsToldInTheLineWhereItIs(String file, String text, String damage, String message)
      throws IOException {
    String source = Files.readString(server.sources().resolve("generated").resolve(file));
    assertThat(source).contains(text);
    String damaged = source.replace(text, damage);
    Compilation compilation = server.compileWith(file, damaged);
    assertThat(compilation)
        .hadErrorContaining(message)
        .inFile(Compilations.source("generated/" + file, damaged))
        .onLineContaining(damage);
    assertOnlyIn(compilation, "generated/" + file);
  }

  private static void expectErrorByHand(GeneratedServer server, String statement, String message)
      throws IOException {
    String text = BY_HAND.formatted(statement);
    Compilation compilation = server.compileWith("ByHand.java", text);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(message)
        .inFile(Compilations.source("generated/ByHand.java", text))
        .onLine(STATEMENT_LINE);
  }

  private static void assertOnlyIn(Compilation compilation, String file) {
    assertThat(compilation.errors())
        .extracting(Diagnostic::getSource)
        .extracting(JavaFileObject::getName)
        .containsOnly(file);
  }
}
