package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import dev.dragoman.generator.testing.LiveUpstream.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects for XML media types become XML as the schema's XML Objects say. */
class XmlBodyTest {
  private static final String DOCUMENT =
      """
      openapi: 3.2.0
      info: {title: Pets, version: "1"}
      servers: [{url: "https://pets.example.com"}]
      paths:
        /pet: {put: {operationId: pet, requestBody: {content: {application/xml: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"200": {description: ok}}}}
        /plain: {put: {operationId: plain, requestBody: {content: {text/xml: {schema: {$ref: "#/components/schemas/Plain"}}}}, responses: {"200": {description: ok}}}}
        /atom: {put: {operationId: atom, requestBody: {content: {application/atom+xml: {schema: {type: object}}}}, responses: {"200": {description: ok}}}}
        /nodes: {put: {operationId: nodes, requestBody: {content: {application/xml: {schema: {$ref: "#/components/schemas/Nodes"}}}}, responses: {"200": {description: ok}}}}
        /list: {put: {operationId: list, requestBody: {content: {application/xml: {schema: {type: array, xml: {name: pets}, items: {$ref: "#/components/schemas/Plain"}}}}}, responses: {"200": {description: ok}}}}
        /both: {put: {operationId: both, requestBody: {content: {application/xml: {schema: {type: object}}, application/json: {schema: {type: object}}}}, responses: {"200": {description: ok}}}}
        /find: {get: {operationId: find, parameters: [{name: filter, in: query, content: {application/xml: {schema: {$ref: "#/components/schemas/Plain"}}}}], responses: {"200": {description: ok}}}}
      components:
        schemas:
          Plain: {type: object, properties: {id: {type: integer}, next: {$ref: "#/components/schemas/Plain"}, name: {type: [string, "null"]}}}
          Nodes:
            type: object
            xml: {nodeType: element, name: note}
            properties:
              id: {type: integer, xml: {nodeType: attribute}}
              text: {type: string, xml: {nodeType: text}}
              raw: {type: string, xml: {nodeType: cdata}}
              inner: {type: object, xml: {nodeType: none}, properties: {a: {type: string}}}
              rows: {type: array, xml: {nodeType: element, name: Rows}, items: {type: string, xml: {name: row}}}
          Pet:
            type: object
            required: [name]
            xml: {name: pet, namespace: "http://e.x/p", prefix: p}
            properties:
              id: {type: integer, xml: {attribute: true}}
              kind: {type: string, xml: {attribute: true, name: type, namespace: "http://e.x/k", prefix: k}}
              name: {type: string, xml: {name: petName, prefix: p}}
              tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}
              aliens: {type: array, xml: {name: Aliens, wrapped: true}, items: {type: string}}
              photos: {type: array, items: {type: string}}
              urls: {type: array, items: {type: string, xml: {name: url}}}
              owner: {$ref: "#/components/schemas/Plain"}
              price: {type: number}
      """;

  @TempDir static Path folder;
  private static LiveSession server;

  @BeforeAll
  static void start() throws IOException {
    server = LiveApi.build(DOCUMENT, folder).stdio(Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "pet | {\"name\":\"Rex & <Co>\",\"id\":7} | <p:pet xmlns:p=\"http://e.x/p\" id=\"7\"><p:petName>Rex &amp; &lt;Co&gt;</p:petName></p:pet>",
        "pet | {\"name\":\"a\",\"kind\":\"d\\\"g\\n\"} | <p:pet xmlns:p=\"http://e.x/p\" xmlns:k=\"http://e.x/k\" k:type=\"d&quot;g&#10;\"><p:petName>a</p:petName></p:pet>",
        "pet | {\"name\":\"a\",\"tags\":[\"x\",\"y\"],\"aliens\":[\"z\"]} | <p:pet xmlns:p=\"http://e.x/p\"><p:petName>a</p:petName><tags><tag>x</tag><tag>y</tag></tags><Aliens><Aliens>z</Aliens></Aliens></p:pet>",
        "pet | {\"name\":\"a\",\"photos\":[\"1\",\"2\"],\"urls\":[\"u\"]} | <p:pet xmlns:p=\"http://e.x/p\"><p:petName>a</p:petName><photos>1</photos><photos>2</photos><url>u</url></p:pet>",
        "pet | {\"name\":\"a\",\"owner\":{\"id\":1,\"name\":null},\"price\":1.50} | <p:pet xmlns:p=\"http://e.x/p\"><p:petName>a</p:petName><owner><id>1</id><name xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/></owner><price>1.50</price></p:pet>",
        "plain | {\"id\":1,\"next\":{\"next\":{}}} | <Plain><id>1</id><next><next/></next></Plain>",
        "atom | {\"feed\":{\"entry\":[1,2]}} | <root><feed><entry>1</entry><entry>2</entry></feed></root>",
        "nodes | {\"id\":1,\"text\":\"a<b\",\"raw\":\"x]]>y\"} | <note id=\"1\">a&lt;b<![CDATA[x]]]]><![CDATA[>y]]></note>",
        "nodes | {\"inner\":{\"a\":\"1\"},\"rows\":[\"r\",\"s\"]} | <note><a>1</a><Rows><row>r</row><row>s</row></Rows></note>",
        "list | [{\"id\":1},{\"id\":2}] | <pets><pets><id>1</id></pets><pets><id>2</id></pets></pets>",
      })
  void objectsBecomeXml(String operation, String body, String xml) {
    Request request = server.sent(call(operation, body));
    assertThat(request.body()).isEqualTo(xml);
    assertThat(request.header("Content-Type")).contains("xml");
  }

  @Test
  void textStaysAsItIs() {
    assertThat(server.sent(call("pet", "\"<?xml version='1.0'?><a  b='c'/>\"")).body())
        .isEqualTo("<?xml version='1.0'?><a  b='c'/>");
    assertThat(server.sent(call("pet", "\"{\\\"name\\\":\\\"a\\\"}\"")).body())
        .isEqualTo("<p:pet xmlns:p=\"http://e.x/p\"><p:petName>a</p:petName></p:pet>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "pet | {\"id\":1} | name: is required",
        "pet | {\"name\":{}} | name: expected a string",
        "atom | {\"a b\":1} | is not a valid name for an XML element",
        "atom | {\"a\":\"\\u0001\"} | character that is not allowed in XML",
      })
  void whatDoesNotFitIsRefused(String operation, String body, String reason) {
    assertThat(server.refused(call(operation, body))).contains(reason);
  }

  @Test
  void jsonIsPreferredAndXmlCanBeChosen() {
    assertThat(server.sent(call("both", "{\"a\":1}")).body()).isEqualTo("{\"a\":1}");
    assertThat(
            server
                .sent(
                    "{\"operation\":\"both\",\"content_type\":\"application/xml\",\"body\":{\"a\":1}}")
                .body())
        .isEqualTo("<root><a>1</a></root>");
  }

  @Test
  void parametersOfXmlAreWrittenSoToo() {
    assertThat(
            server.sent("{\"operation\":\"find\",\"arguments\":{\"filter\":{\"id\":1}}}").target())
        .isEqualTo("/find?filter=%3CPlain%3E%3Cid%3E1%3C%2Fid%3E%3C%2FPlain%3E");
  }

  @Test
  void swagger2(@TempDir Path other) throws IOException {
    String document =
        """
        swagger: "2.0"
        info: {title: Pets, version: "1"}
        host: pets.example.com
        consumes: [application/xml]
        paths:
          /pet:
            post:
              operationId: add
              parameters: [{name: body, in: body, schema: {$ref: "#/definitions/Pet"}}]
              responses: {"200": {description: ok}}
        definitions:
          Tag: {type: object, properties: {id: {type: integer}}, xml: {name: Tag}}
          Pet:
            type: object
            xml: {name: Pet}
            properties:
              id: {type: integer, xml: {attribute: true}}
              tags: {type: array, xml: {name: tag, wrapped: true}, items: {$ref: "#/definitions/Tag"}}
        """;
    try (LiveSession session = LiveApi.build(document, other).stdio(Map.of())) {
      Request request = session.sent(call("add", "{\"id\":1,\"tags\":[{\"id\":2}]}"));
      assertThat(request.body()).isEqualTo("<Pet id=\"1\"><tag><Tag><id>2</id></Tag></tag></Pet>");
      assertThat(request.header("Content-Type")).isEqualTo("application/xml");
    }
  }

  private static String call(String operation, String body) {
    return "{\"operation\":\"" + operation + "\",\"body\":" + body + "}";
  }
}
