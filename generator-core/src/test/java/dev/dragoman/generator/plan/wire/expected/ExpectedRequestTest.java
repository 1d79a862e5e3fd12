package dev.dragoman.generator.plan.wire.expected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests written by hand from OpenAPI's tables, beside what is expected of each document. */
class ExpectedRequestTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static ServerPlan plan;

  @BeforeAll
  static void read() throws IOException {
    Problems problems = new Problems();
    plan =
        Planner.plan(
            SpecReader.read(
                    Path.of("src/test/resources/plan/styles.yaml"), ReadOptions.DEFAULT, problems)
                .model(),
            GenerationOptions.inPackage("colors"),
            problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "simple ^ {'one':'a b','list':[1,2],'listX':[1,2],'object':{'R':1,'G':2},'objectX':{'R':1,'G':2}} ^ GET /simple%201/a%20b/1,2/1,2/R,1,G,2/R=1,G=2",
        "label ^ {'one':'a','list':[1,2],'listX':[1,2],'object':{'R':1,'G':2},'objectX':{'R':1,'G':2}} ^ GET /label/.a/.1,2/.1.2/.R,1,G,2/.R=1.G=2",
        "matrix ^ {'one':'a','list':[1,2],'listX':[1,2],'object':{'R':1,'G':2},'objectX':{'R':1,'G':2}} ^ GET /matrix/;one=a/;list=1,2/;listX=1;listX=2/;object=R,1,G,2/;R=1;G=2",
        "reserved ^ {'one':'a/b:c','two':'a/b&c','three':'a/b&c'} ^ GET /reserved/a%2Fb:c?fixed=a%20b&two=a/b%26c&three=a%2Fb%26c",
        "form ^ {'one':'','list[]':[1,2],'listX':[1,2],'object':{'R':1,'G':2},'objectX':{'R':1,'G':2}} ^ GET /form?one=&list%5B%5D=1,2&listX=1&listX=2&object=R,1,G,2&R=1&G=2",
        "delimited ^ {'space':[1,2],'spaceX':[1,2],'pipe':[1,2],'pipes':{'R':1},'deep':{'a':{'b':1}}} ^ GET /delimited?space=1%202&spaceX=1&spaceX=2&pipe=1%7C2&pipes=R%7C1&deep%5Ba%5D%5Bb%5D=1",
        "content ^ {'json':{'a':1.50,'b':null},'text':'a b'} ^ GET /content?json=%7B%22a%22%3A1.50%2C%22b%22%3Anull%7D&text=a%20b",
        "whole ^ {'q':{'a':'x y','b':'1&2'}} ^ GET /whole?a=x+y&b=1%262",
      })
  void lines(String operation, String values, String line) {
    assertThat(text(operation, values, Optional.empty())).contains(line + "\n");
  }

  @Test
  void headersAndCookies() {
    String values =
        """
        {"X-One": "a b", "X-List": [1, 2], "X-Object": {"R": 1, "G": 2}, "X-ObjectX": {"R": 1, "G": 2},
         "X-Json": {"a": "é"}, "c1": "a b", "c2": [1, 2], "c3": [1, 2], "c4": "a/b"}
        """;
    assertThat(text("headers", values, Optional.empty()))
        .contains(
            """
            GET /headers
            cookie: c1=a%20b; c2=1,2; c3=1; c3=2; c4=a/b
            x-json: {"a":"\\u00E9"}
            x-list: 1,2
            x-object: R,1,G,2
            x-objectx: R=1,G=2
            x-one: a b
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "json ^ {'b':[1.50,1e3,null],'a':'é'} ^ application/json ^ {'b':[1.50,1000,null],'a':'é'}",
        "lines ^ [{'a':1},2] ^ application/x-ndjson ^ {'a':1}|2|",
        "fields ^ {'one':'a b*~&','list':[1,2],'object':{'k':1},'pipe':['p q','r'],'json':'t','gone':null} ^ application/x-www-form-urlencoded ^ one=a+b*%7E%26&list=1&list=2&object=%7B%22k%22%3A1%7D&pipe=p%20q%7Cr&json=%22t%22",
        "text ^ 'abc' ^ text/plain ^ abc",
        "text ^ 'é' ^ text/plain; charset=utf-8 ^ é",
        "bytes ^ 'aGVsbG8=' ^ application/octet-stream ^ hello",
        "bytes ^ '/w==' ^ application/octet-stream ^ base64 /w==",
        "xml ^ '<a/>' ^ application/xml ^ <a/>",
      })
  void bodies(String operation, String body, String type, String expected) {
    assertThat(text(operation, "{}", Optional.of(body)))
        .contains(
            "POST /%s\ncontent-type: %s\n\n%s"
                .formatted(operation, type, json(expected).replace('|', '\n')));
  }

  @Test
  void parts() {
    String body =
        "{'one':'a b','list':[1],'object':{'k':1},'json':'t','file':'aGk=','scan':'aGk='}";
    String expected =
        """
        --BOUNDARY
        Content-Disposition: form-data; name="one"

        a b
        --BOUNDARY
        Content-Disposition: form-data; name="list"

        1
        --BOUNDARY
        Content-Disposition: form-data; name="object"
        Content-Type: application/json

        {"k":1}
        --BOUNDARY
        Content-Disposition: form-data; name="json"
        Content-Type: application/json

        "t"
        --BOUNDARY
        Content-Disposition: form-data; name="file"; filename="file"
        Content-Type: application/octet-stream

        hi
        --BOUNDARY
        Content-Disposition: form-data; name="scan"; filename="file"
        Content-Type: image/png

        hi
        --BOUNDARY--
        """;
    String head = "POST /parts\ncontent-type: multipart/form-data; boundary=BOUNDARY\n\n";
    assertThat(text("parts", "{}", Optional.of(body)))
        .contains(head + expected.replace("\n", "\r\n"));
  }

  private static Optional<String> text(String id, String values, Optional<String> body) {
    OperationPlan operation =
        plan.groups().stream()
            .flatMap(group -> group.operations().stream())
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    JsonNode given = JSON.readTree(json(values));
    Map<ParameterModel, JsonNode> byParameter = new LinkedHashMap<>();
    operation
        .parameters()
        .forEach(one -> byParameter.put(one.model(), given.required(one.model().name())));
    return ExpectedRequest.text(
        operation, byParameter, body.map(text -> JSON.readTree(json(text))));
  }

  /** Single quotes are easier to read in Java. */
  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
