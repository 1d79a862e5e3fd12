package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.InstanceLocation;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.schema.Validation;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that an agent gives to make a check slow. */
@Timeout(60)
class HostileValuesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static String problems(String schema, JsonNode value) {
    SchemaCache cache = new SchemaCache(reference -> Optional.empty());
    Schema read = cache.reader("test").read(json(schema));
    Structures structures = new Structures(WorkLimit.standard());
    JsonNode meant = new ValueReader(structures).read(read, value);
    Validation run = new Validation(Validation.Mode.REQUEST);
    read.check(InstanceLocation.of("v"), meant, run);
    return run.problems().stream().map(ArgumentProblem::toString).collect(Collectors.joining("; "));
  }

  /** A text with the same hash code for every number below 2^16. */
  private static String colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 16; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"string", "array", "object", "name"})
  void collidingItemsTakeNoLongerThanOthers(String kind) {
    ArrayNode items = NODES.arrayNode();
    for (int number = 0; number < 60_000; number++) {
      String text = colliding(number);
      items.add(
          switch (kind) {
            case "array" -> NODES.arrayNode().add(NODES.arrayNode().add(text));
            case "object" -> NODES.objectNode().put("a", text);
            case "name" -> NODES.objectNode().put(text, 1);
            default -> NODES.stringNode(text);
          });
    }
    assertThat(colliding(1).hashCode()).isEqualTo(colliding(2).hashCode());
    assertThat(problems("{'uniqueItems':true}", items)).isEmpty();
    items.add(items.get(7));
    assertThat(problems("{'uniqueItems':true}", items))
        .isEqualTo("v[60000]: is the same as item 7; items must be unique");
  }

  @Test
  void collidingMembersTakeNoLongerThanOthers() {
    StringBuilder schema = new StringBuilder("{'properties':{'x':{}");
    StringBuilder value = new StringBuilder("{'x':1");
    for (int number = 0; number < 40_000; number++) {
      schema.append(",'").append(colliding(number)).append("':{'type':'integer'}");
      value.append(",'").append(colliding(number)).append("':1");
    }
    String closed = schema + "},'additionalProperties':false}";
    assertThat(problems(closed, json(value + "}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enum", "const"})
  void manyChoicesTakeNoLongerThanFew(String keyword) {
    ArrayNode choices = NODES.arrayNode();
    ArrayNode values = NODES.arrayNode();
    for (int number = 0; number < 50_000; number++) {
      choices.add(colliding(number));
      values.add(colliding(number));
    }
    String schema =
        keyword.equals("enum")
            ? "{'items':{'enum':" + choices + "}}"
            : "{'items':{'not':{'const':" + choices + "}}}";
    assertThat(problems(schema, values)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'uniqueItems':true} | [1,1.0]                 | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true} | [10,1e1]                | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true} | [0,-0.0,0e999999999]    | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true} | [[1,{'a':1}],[1.00,{'a':1e0}]] | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true} | [{'a':1,'b':2},{'b':2,'a':1}] | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true} | [1,'1',true,'true',null,'null',[1],['1'],[],{}] |
          {'uniqueItems':true} | [['ab','c'],['a','bc'],['abc']] |
          {'uniqueItems':true} | [100e999999999,1e999999999,100e-999999999] |
          {'enum':[1,[2],{'a':3}]} | 1.0                 |
          {'enum':[1,[2],{'a':3}]} | [2.0]               |
          {'enum':[1,[2],{'a':3}]} | {'a':3e0}           |
          {'enum':[1,[2],{'a':3}]} | [3]                 | v: expected one of 1, [2], {"a":3}, got an array
          {'const':[1,2]}      | [2,1]                   | v: expected [1,2], got an array
          {'enum':[null]}      | 'null'                  | v: expected null, got "null"
          """)
  void sameValuesAreTheSameHoweverTheyAreSpelt(String schema, String value, String expected) {
    assertThat(problems(schema, json(value))).isEqualTo(expected == null ? "" : expected);
  }

  /** Nine characters never become a number of a gigabyte. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'integer'}
          {'type':['integer','string']}
          {'type':'number','multipleOf':7}
          {'multipleOf':1e-999999999}
          {'multipleOf':1e999999999}
          {'minimum':1e-999999999,'maximum':1e999999999}
          {'exclusiveMinimum':-1e999999999,'exclusiveMaximum':1e-999999999}
          {'enum':[1,1e5,1e-999999999]}
          {'const':1e999999999}
          {'format':'int32'}
          {'type':'integer','format':'int64'}
          {'minLength':1e-999999999,'maxLength':1e999999999}
          {'minItems':100e-999999999,'maxItems':1e9}
          {'type':'array','uniqueItems':true,'items':{'type':'integer'}}
          {'type':'string','pattern':'^[0-9]$'}
          """)
  void largeExponentsAreNotUnfolded(String schema) {
    for (String number :
        new String[] {
          "1e999999999",
          "-1e999999999",
          "1e-999999999",
          "0e-999999999",
          "0e999999999",
          "1.5e-999999999",
          "100e999999999",
          "100e2147483640",
          "1e2147483647",
          "1e-2147483647"
        }) {
      problems(schema, json(number));
      problems(schema, json("'" + number + "'"));
      problems(schema, json("[" + number + ",1,1.5]"));
      problems(schema, json("{'a':" + number + "}"));
    }
  }

  @Test
  void stringsInStringsDoNotOverflow() throws InterruptedException {
    JsonNode value = NODES.numberNode(1);
    for (int level = 0; level < 9; level++) {
      for (int depth = 0; depth < 300; depth++) {
        value = NODES.objectNode().set("x", value);
      }
      value = NODES.stringNode(value.toString());
    }
    JsonNode whole = value;
    SchemaCache cache =
        new SchemaCache(
            reference ->
                Optional.of(
                    json("{'type':'object','properties':{'x':{'$ref':'#/s'}},'required':['y']}")));
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () ->
                new ValueReader(new Structures(WorkLimit.standard())).read(cache.get("#/s"), whole),
            "small",
            512_000);
    thread.setUncaughtExceptionHandler((unused, thrown) -> failure[0] = thrown);
    thread.start();
    thread.join();
    assertThat(failure[0]).isNull();
  }
}
