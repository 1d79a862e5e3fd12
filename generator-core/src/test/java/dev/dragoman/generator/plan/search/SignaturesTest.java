package dev.dragoman.generator.plan.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas of a required body in the compact notation that hits of search show. */
class SignaturesTest {
  @TempDir private Path folder;

  private String wide = "{}";

  private String body(String schema) throws IOException {
    Path file = folder.resolve("api.json");
    Files.writeString(
        file,
        """
        {"openapi": "3.1.0", "info": {"title": "Depot", "version": "1"},
         "paths": {"/things": {"post": {"operationId": "put",
           "requestBody": {"required": true, "content": {"application/json": {"schema": %s}}},
           "responses": {"200": {"description": "ok"}}}}},
         "components": {"schemas": {
           "Id": {"type": "string", "minLength": 2, "maxLength": 9},
           "Cat": {"type": "object", "required": ["lives"],
             "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
           "Part": {"allOf": [{"$ref": "#/components/schemas/Id"}], "enum": ["ab", "cd"]},
           "Wide": %s, "Nil": {"enum": [null]}, "No": false,
           "Dog": {"type": "object", "properties": {"kind": {"type": "string"}}},
           "Hen": {"type": "object", "properties": {"kind": {"type": "string", "enum": ["bird"]}}},
           "Node": {"type": "object", "required": ["next"],
             "properties": {"next": {"$ref": "#/components/schemas/Node"}}}}}}
        """
            .formatted(schema, wide));
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(file, ReadOptions.DEFAULT, problems).model(),
            GenerationOptions.inPackage("depot"),
            problems);
    return plan.cards().get(0).body().replaceFirst("application/json ", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string","format":"uuid"}                         ~ string(uuid)
          {"type":"string","format":"binary"}                       ~ string(base64)
          {"type":"string","minLength":1,"maxLength":40}            ~ string(1..40 chars)
          {"type":"string","minLength":3,"maxLength":3}             ~ string(3 chars)
          {"type":"string","pattern":"^[a-z]+$"}                    ~ string(/^[a-z]+$/)
          {"type":"integer","minimum":1,"maximum":100}              ~ integer(1..100)
          {"type":"number","exclusiveMinimum":0}                    ~ number(>0)
          {"type":"number","exclusiveMinimum":0,"maximum":5}        ~ number(>0, <=5)
          {"type":"array","minItems":2,"items":{"type":"integer"}}  ~ integer[](2..)
          {"type":["string","integer"]}                             ~ string|integer
          {"enum":["a b","1","true","plain"]}                       ~ "a b"|"1"|"true"|plain
          {"type":"object","additionalProperties":{"type":"integer"}} ~ {[key]: integer}
          {"type":"object","required":["x"]}                        ~ {x: any}
          {"allOf":[{"type":"string"},{"description":"d"}]}         ~ string
          {"enum":[null]}                                           ~ null
          {"type":"null"}                                           ~ null
          {"const":null}                                            ~ null
          {"enum":["a",null]}                                       ~ a|null
          {"type":["string","null"],"enum":["a","b",null]}          ~ a|b|null
          {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Id"}]} ~ string(2..9 chars)|null
          {"nullable":true,"oneOf":[{"enum":["x"]},{"enum":[""]},{"enum":[null]}]} ~ x|""|null
          {"anyOf":[{"type":"integer"},{"type":"null"}]}            ~ integer|null
          {"oneOf":[{"type":"integer"},{"type":"boolean"},{"type":"null"}]} ~ integer|boolean|null
          {"oneOf":[{"type":"integer"},{"$ref":"#/components/schemas/Nil"}]} ~ integer|null
          {"type":["integer","null"]}                               ~ integer|null
          {"type":"array","items":{"anyOf":[{"type":"integer"},{"type":"null"}]}} ~ (integer|null)[]
          {"type":"object","required":["x"],"properties":{"x":false}} ~ {x: never}
          {"type":"object","required":["x"],"properties":{"x":{"$ref":"#/components/schemas/No"}}} ~ {x: never}
          {"const":[1,"a"]}                                         ~ [1,"a"]
          {"enum":[{"a":1},[2],null]}                               ~ {"a":1}|[2]|null
          {"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false} ~ [string, integer]
          {"type":"array","prefixItems":[{"type":"string"},{"enum":["a","b"]}]} ~ [string, a|b, …]
          {"type":"array","prefixItems":[{"type":"number"}],"items":{"type":"boolean"},"minItems":1} ~ [number, …](1..)
          {"allOf":[{"$ref":"#/components/schemas/Id"}],"enum":["ab","cd"]} ~ ab|cd
          {"$ref":"#/components/schemas/Id","enum":["ab"]}          ~ ab
          {"$ref":"#/components/schemas/Part"}                      ~ ab|cd
          {"anyOf":[{"$ref":"#/components/schemas/Id"},{"type":"null"}],"enum":["ab",null]} ~ ab|null
          {"type":"string","contentEncoding":"base64"}              ~ string(base64)
          {"contentMediaType":"image/png"}                          ~ string(base64)
          {"type":"string","contentMediaType":"text/html"}          ~ string(text/html)
          """)
  void aTypeSaysWhatAValueNeeds(String schema, String text) throws IOException {
    assertThat(body(schema)).isEqualTo(text);
  }

  @Test
  void whatIsRequiredIsAllThereHoweverDeepAndLong() throws IOException {
    StringBuilder members = new StringBuilder();
    StringBuilder required = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      members.append("\"wanted").append(i).append("\":{\"type\":\"boolean\"},");
      required.append("\"wanted").append(i).append("\",");
    }
    String deep = "{\"type\":\"integer\"}";
    for (int i = 0; i < 6; i++) {
      deep = "{\"type\":\"object\",\"required\":[\"d\"],\"properties\":{\"d\":" + deep + "}}";
    }
    String text =
        body(
            "{\"type\":\"object\",\"required\":[%s\"deep\"],\"properties\":{%s\"deep\":%s,\"o\":{}}}"
                .formatted(required, members, deep));
    assertThat(text)
        .contains("wanted0: boolean, ", "wanted39: boolean, ")
        .contains("deep: {d: {d: {d: {d: {d: {d: integer}}}}}}")
        .endsWith(", …}");
  }

  @Test
  void alternativesAreToldByTheirDiscriminator() throws IOException {
    assertThat(
            body(
                """
                {"oneOf": [{"$ref": "#/components/schemas/Cat"},
                           {"$ref": "#/components/schemas/Dog"}],
                 "discriminator": {"propertyName": "kind",
                   "mapping": {"cat": "#/components/schemas/Cat"}}}
                """))
        .isEqualTo("{kind: cat, lives: integer}|{kind: Dog}");
  }

  /** Without a mapping the schema's name stands for it, unless the schema itself says otherwise. */
  @Test
  void anEnumIsStrongerThanTheNameOfItsSchema() throws IOException {
    assertThat(
            body(
                """
                {"oneOf": [{"$ref": "#/components/schemas/Hen"},
                           {"$ref": "#/components/schemas/Dog"}],
                 "discriminator": {"propertyName": "kind"}}
                """))
        .isEqualTo("{kind: bird}|{kind: Dog}");
  }

  @Test
  void requirementsBesidePropertiesAreShown() throws IOException {
    assertThat(
            body(
                """
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
                 "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
                """))
        .isEqualTo("{a?: string, b?: string} & ({a: any}|{b: any})");
  }

  /** Each level needs the next one eight times over: written out, it would be 8 to the 10th. */
  @Test
  @Timeout(20)
  void recursionThatDoublesComesToAnEnd() throws IOException {
    String members =
        IntStream.range(0, 8)
            .mapToObj(i -> "\"p%d\":{\"$ref\":\"#/components/schemas/Wide\"}".formatted(i))
            .collect(Collectors.joining(","));
    String required =
        IntStream.range(0, 8).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));
    wide =
        "{\"type\":\"object\",\"required\":[%s],\"properties\":{%s}}".formatted(required, members);
    assertThat(body("{\"$ref\": \"#/components/schemas/Wide\"}")).hasSizeLessThan(50_000);
    for (String union : List.of("allOf", "oneOf", "anyOf")) {
      wide =
          "{\"%s\":[%s]}"
              .formatted(
                  union,
                  String.join(",", Collections.nCopies(8, "{\"properties\":{" + members + "}}")));
      assertThat(body("{\"$ref\": \"#/components/schemas/Wide\"}")).hasSizeLessThan(50_000);
    }
  }

  @Test
  void aSchemaThatContainsItselfComesToAnEnd() throws IOException {
    assertThat(body("{\"$ref\": \"#/components/schemas/Node\"}"))
        .startsWith("{next: {next: ")
        .hasSizeLessThan(200);
  }

  /** Sixty UTF-16 units are shown, or one less if the next character would be cut. */
  @Test
  void longValuesAreNotCutInsideACharacter() throws IOException {
    String rocket = "\uD83D\uDE80";
    String start = "a".repeat(59);

    assertThat(body("{\"enum\": [\"" + start + rocket + "b\"]}")).isEqualTo("\"" + start + "…\"");
    assertThat(body("{\"enum\": [\"" + start.substring(1) + rocket + "b\"]}"))
        .isEqualTo("\"" + start.substring(1) + rocket + "…\"");
  }
}
