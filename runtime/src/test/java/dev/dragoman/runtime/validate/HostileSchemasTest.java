package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of a document that nobody vouches for: each call ends soon, whatever they lead to. */
@Timeout(60)
class HostileSchemasTest {
  private static final BodyMedia JSON = BodyMedia.of("application/json");

  private static ObjectNode json(String text) {
    return (ObjectNode) Json.of(text.replace('\'', '"'));
  }

  /** An operation whose parameter, body and response have a schema. */
  private static OperationValidator operation(String schema, Map<String, String> named) {
    SchemaCache cache =
        new SchemaCache(
            reference -> Optional.ofNullable(named.get(reference)).map(HostileSchemasTest::json));
    String media = "{'content':{'application/json':{'schema':" + schema + "}}}";
    return new OperationValidator(
        json(
            "{'parameters':[{'name':'p','in':'query','schema':"
                + schema
                + "}],'body':"
                + media
                + ",'responses':{'200':"
                + media
                + "}}"),
        cache.reader("test"));
  }

  /** Everything that is done for one call. */
  private static List<ArgumentProblem> call(OperationValidator schemas, JsonNode value) {
    JsonNode body = schemas.readBody(JSON, value);
    ObjectNode arguments = json("{}");
    arguments.set("p", value);
    schemas.problemsOfArguments(schemas.readArguments(arguments));
    schemas.responseMismatch(200, body);
    assertThat(schemas.objects(JSON).test("no such field")).isFalse();
    return schemas.problemsOfBody(JSON, body);
  }

  /** Schemas of which each names the next one twice. */
  private static Map<String, String> chain(String pattern, int length) {
    Map<String, String> named = new HashMap<>();
    for (int level = 0; level < length; level++) {
      String next = "{'$ref':'#/s/" + (level + 1) + "'}";
      named.put("#/s/" + level, pattern.replace("NEXT", next));
    }
    named.put("#/s/" + length, "{'type':'object','properties':{'x':{'type':'string'}}}");
    return named;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'allOf':[NEXT,NEXT]}
          {'oneOf':[NEXT,NEXT]}
          {'anyOf':[NEXT,NEXT]}
          {'anyOf':[NEXT,NEXT],'allOf':[NEXT],'oneOf':[NEXT,{'type':'null'}]}
          {'if':NEXT,'then':NEXT,'else':NEXT}
          {'not':{'not':{'allOf':[NEXT,NEXT]}}}
          {'dependentSchemas':{'x':NEXT,'y':NEXT},'allOf':[NEXT,NEXT]}
          {'propertyNames':NEXT,'allOf':[NEXT,NEXT]}
          {'allOf':[NEXT,NEXT],'unevaluatedProperties':false}
          {'allOf':[NEXT,NEXT],'additionalProperties':false,'required':['q','r']}
          {'oneOf':[NEXT,NEXT],'discriminator':{'propertyName':'x','mapping':{'a':'#/s/1','b':'#/s/2'}}}
          {'properties':{'x':NEXT},'allOf':[NEXT,{'properties':{'x':NEXT}}]}
          {'additionalProperties':{'anyOf':[NEXT,NEXT]},'allOf':[NEXT,NEXT]}
          """)
  void doubledSchemasEnd(String pattern) {
    OperationValidator schemas = operation("{'$ref':'#/s/0'}", chain(pattern, 60));
    call(schemas, json("{'x':'a','y':1}"));
    call(schemas, json("{'x':{'x':{'x':[1,2]}},'y':[{'x':'{}'}]}"));
  }

  /** The value doubles the schemas that may apply to it, level by level. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'allOf':[{'properties':{'x':{'$ref':'#/s/0'}}},{'properties':{'x':{'$ref':'#/s/0'}}}]}
          {'oneOf':[{'properties':{'x':{'$ref':'#/s/0'}}},{'properties':{'x':{'$ref':'#/s/0'}}}]}
          {'allOf':[{'items':{'$ref':'#/s/0'}},{'items':{'$ref':'#/s/0'}}],'properties':{'x':{'type':'array','items':{'$ref':'#/s/0'}}}}
          {'prefixItems':[{'$ref':'#/s/0'}],'contains':{'$ref':'#/s/0'},'properties':{'x':{'$ref':'#/s/0'}},'additionalProperties':{'$ref':'#/s/0'}}
          """)
  void recursionThroughTheValueEnds(String schema) {
    OperationValidator schemas = operation("{'$ref':'#/s/0'}", Map.of("#/s/0", schema));
    call(schemas, json("{'x':".repeat(60) + "1" + "}".repeat(60)));
    call(schemas, json("{'x':[".repeat(60) + "1" + "]}".repeat(60)));
  }

  /** More schemas than are kept: one that is read again is still the same. */
  @Test
  void longRingsEnd() {
    Map<String, String> named = chain("{'allOf':[NEXT,NEXT]}", 1_500);
    named.put("#/s/1500", "{'anyOf':[{'$ref':'#/s/0'},{'$ref':'#/s/1'}]}");
    call(operation("{'$ref':'#/s/0'}", named), json("{'x':{'x':'a'}}"));
  }

  @Test
  void longChainsOfReferencesDoNotOverflow() throws InterruptedException {
    OperationValidator schemas = operation("{'$ref':'#/s/0'}", chain("NEXT", 20_000));
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, () -> call(schemas, json("{'x':1}")), "small", 512_000);
    thread.setUncaughtExceptionHandler((unused, thrown) -> failure[0] = thrown);
    thread.start();
    thread.join();
    assertThat(failure[0]).isNull();
  }

  /** Each member is looked for in every schema beside the closed one. */
  @Test
  void manyMembersOfManyPartsEnd() {
    StringBuilder parts = new StringBuilder();
    for (int part = 0; part < 2_000; part++) {
      parts.append("{'properties':{'k").append(part).append("':{}}},");
    }
    String schema = "{'allOf':[" + parts + "{'additionalProperties':false}]}";
    ObjectNode value = json("{}");
    for (int member = 0; member < 20_000; member++) {
      value.put("m" + member, member);
    }
    assertThat(call(operation(schema, Map.of()), value)).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void manyPatternsOfALongTextEnd() {
    StringBuilder parts = new StringBuilder("{}");
    for (int part = 0; part < 500; part++) {
      parts.append(",{'pattern':'^(x|[a-z]{1,").append(part + 400).append("})*$'}");
    }
    ObjectNode value = json("{}");
    value.put("x", "ab".repeat(500_000));
    call(operation("{'properties':{'x':{'allOf':[" + parts + "]}}}", Map.of()), value);
  }

  /** A name of a megabyte is not repeated by each problem inside. */
  @Test
  void longNamesAreNotRepeated() {
    ObjectNode inner = json("{}");
    for (int member = 0; member < 600; member++) {
      inner.put("m" + member, member);
    }
    ObjectNode value = json("{}");
    value.set("n".repeat(1_000_000), inner);
    List<ArgumentProblem> problems =
        call(
            operation(
                "{'additionalProperties':{'additionalProperties':{'type':'null'}}}", Map.of()),
            value);
    assertThat(problems).hasSize(500);
    assertThat(problems.stream().mapToInt(one -> one.place().length()).sum()).isLessThan(200_000);
  }

  @Test
  void anInterruptEndsTheCheckAndStays() {
    OperationValidator schemas = operation("{'$ref':'#/s/0'}", chain("{'oneOf':[NEXT,NEXT]}", 60));
    Thread.currentThread().interrupt();
    long start = System.nanoTime();
    schemas.problemsOfBody(JSON, json("{'x':'a'}"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
