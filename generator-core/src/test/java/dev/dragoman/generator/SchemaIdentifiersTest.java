package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Identifiers of schemas within a document count before any retrieval (JSON Schema 2020-12 core,
 * sections 8.2 and 9.1.2): what they lead to is checked, and nothing is fetched.
 */
class SchemaIdentifiersTest {
  private static final String START =
      """
      openapi: 3.1.0
      info: {title: Depot, version: "1"}
      paths:
        /things:
          post:
            operationId: put
            requestBody:
              required: true
              content: {application/json: {schema: %s}}
            responses: {"200": {description: ok}}
      components:
        schemas:
      """;

  @TempDir private Path folder;

  /** The schema of the body, the components, a body to refuse, a body to send. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          {$ref: "https://a.example/lid"} ! `Lid: {$id: "https://a.example/lid", type: object, properties: {v: {type: boolean}}}` ! {"v":"q"} ! {"v":true}
          {$ref: "#/components/schemas/Box"} ! `Box: {$id: "https://a.example/box", properties: {v: {$ref: "#/$defs/size"}}, $defs: {size: {type: integer}}}` ! {"v":"x"} ! {"v":1}
          {$ref: "#/components/schemas/Box"} ! `Box: {$id: "https://a.example/box", properties: {v: {$ref: "#lid"}}, $defs: {l: {$anchor: lid, type: boolean}}}` ! {"v":"x"} ! {"v":true}
          {$ref: "https://a.example/s/outer"} ! `O: {$id: "https://a.example/s/outer", properties: {v: {$ref: inner}}, $defs: {i: {$id: inner, properties: {w: {$ref: "#/$defs/d"}}, $defs: {d: {type: integer}}}}}` ! {"v":{"w":"x"}} ! {"v":{"w":1}}
          {$ref: "https://a.example/lid#"} ! `Lid: {$id: "https://a.example/lid#", properties: {v: {type: boolean}}}` ! {"v":"q"} ! {"v":true}
          {$ref: "https://a.example/lid#top"} ! `Lid: {$id: "https://a.example/lid", $defs: {t: {$id: "#top", properties: {v: {type: boolean}}}}}` ! {"v":"q"} ! {"v":true}
          {$ref: "urn:uuid:ee564b8a-7a87-4125-8c96-e9f123d6766f"} ! `Lid: {$id: "urn:uuid:ee564b8a-7a87-4125-8c96-e9f123d6766f", properties: {v: {$ref: "#v"}}, $defs: {v: {$anchor: v, type: boolean}}}` ! {"v":"q"} ! {"v":true}
          {$ref: "https://a.example/two#size"} ! `One: {$id: "https://a.example/one", $defs: {s: {$anchor: size, type: array}}}\\n    Two: {$id: "https://a.example/two", $defs: {s: {$anchor: size, properties: {v: {type: integer}}}}}` ! {"v":"q"} ! {"v":1}
          {$ref: "schemas/lid"} ! `Lid: {$id: "schemas/lid", properties: {v: {type: boolean}}}` ! {"v":"q"} ! {"v":true}
          {$ref: "#/components/schemas/C"} ! `T: {properties: {v: {type: integer}}}\\n    C: {$id: "https://a.example/c", $ref: "#/components/schemas/T"}` ! {"v":"q"} ! {"v":1}
          {$ref: "#/components/schemas/T"} ! `T: {$dynamicAnchor: node, properties: {v: {type: integer}, next: {$dynamicRef: "#node"}}}` ! {"next":{"v":"q"}} ! {"next":{"v":1}}
          {$ref: "https://a.example/users"} ! `L: {$id: "https://a.example/list", type: object, properties: {v: {type: array, items: {$dynamicRef: "#item"}}}, $defs: {d: {$dynamicAnchor: item, type: "null"}}}\\n    U: {$id: "https://a.example/users", $ref: list, $defs: {u: {$dynamicAnchor: item, type: integer}}}\\n    S: {$id: "https://a.example/names", $ref: list, $defs: {u: {$dynamicAnchor: item, type: string}}}` ! {"v":["x"]} ! {"v":[1]}
          {$ref: "https://a.example/names"} ! `L: {$id: "https://a.example/list", type: object, properties: {v: {type: array, items: {$dynamicRef: "#item"}}}, $defs: {d: {$dynamicAnchor: item, type: "null"}}}\\n    U: {$id: "https://a.example/users", $ref: list, $defs: {u: {$dynamicAnchor: item, type: integer}}}\\n    S: {$id: "https://a.example/names", $ref: list, $defs: {u: {$dynamicAnchor: item, type: string}}}` ! {"v":[{}]} ! {"v":["x"]}
          {$ref: "https://a.example/strict"} ! `T: {$id: "https://a.example/tree", $dynamicAnchor: node, type: object, properties: {data: {}, children: {type: array, items: {$dynamicRef: "#node"}}}}\\n    S: {$id: "https://a.example/strict", $dynamicAnchor: node, $ref: tree, unevaluatedProperties: false}` ! {"children":[{"daat":1}]} ! {"children":[{"data":1}]}
          """)
  void whatAnIdentifierLeadsToIsChecked(String schema, String components, String bad, String good)
      throws IOException {
    String document = START.formatted(schema) + "    " + components.replace("\\n", "\n") + "\n";
    try (RunningServer server = RunningServer.of(document, folder)) {
      String refusal = server.execute("{\"operation\":\"put\",\"body\":%s}".formatted(bad));
      assertThat(server.requests()).as(refusal).isEmpty();
      assertThat(refusal).contains("body");
      String answer = server.execute("{\"operation\":\"put\",\"body\":%s}".formatted(good));
      assertThat(server.requests()).as(answer).containsExactly("POST /things " + good);
      assertThat(server.describe("put")).doesNotContain("$id").doesNotContain("$dynamic");
    }
  }

  /** A file counts as soon as the document refers to it, wherever it does. */
  @Test
  void identifiersOfOtherFilesCountToo() throws IOException {
    Files.writeString(
        folder.resolve("parts.yaml"),
        "Lid: {$id: 'https://a.example/lid', properties: {v: {$ref: '#/$defs/d'}},"
            + " $defs: {d: {type: integer}}}\nOther: {type: string}\n");
    String document =
        START.formatted("{$ref: 'https://a.example/lid'}")
            + "    Later: {$ref: 'parts.yaml#/Other'}\n";
    try (RunningServer server = RunningServer.of(document, folder)) {
      String refusal = server.execute("{\"operation\":\"put\",\"body\":{\"v\":\"x\"}}");
      assertThat(server.requests()).as(refusal).isEmpty();
      String answer = server.execute("{\"operation\":\"put\",\"body\":{\"v\":1}}");
      assertThat(server.requests()).as(answer).hasSize(1);
    }
  }

  /** A pointer that goes through the reference it stands in comes to an end. */
  @Test
  @Timeout(20)
  void aReferenceThroughItselfIsAWarning() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("depot.yaml"),
            START.formatted("{$ref: '#/components/schemas/A/x'}")
                + "    A: {$ref: '#/components/schemas/A/y'}\n"
                + "    B: {$id: 'https://a.example/b', $ref: '#/components/schemas/B/y'}\n");
    Problems problems = new Problems();
    assertThat(SpecReader.read(file, problems).operations()).hasSize(1);
    assertThat(problems.all()).extracting(Problem::code).containsExactly("DRG-SPEC-012");
  }

  /** OpenAPI 3.2, "Establishing the Base URI": the document names itself. */
  @Test
  void aDocumentMayNameItself() throws IOException {
    String document =
        START
                .formatted("{$ref: 'https://a.example/api#/components/schemas/Thing'}")
                .replace("openapi: 3.1.0", "openapi: 3.2.0\n$self: https://a.example/api")
            + "    Thing: {type: object, properties: {v: {$ref: 'api#/components/schemas/V'}}}\n"
            + "    V: {type: integer}\n";
    try (RunningServer server = RunningServer.of(document, folder)) {
      String refusal = server.execute("{\"operation\":\"put\",\"body\":{\"v\":\"x\"}}");
      assertThat(server.requests()).as(refusal).isEmpty();
      String answer = server.execute("{\"operation\":\"put\",\"body\":{\"v\":1}}");
      assertThat(server.requests()).as(answer).hasSize(1);
    }
  }
}
