package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each keyword, what it refuses and in which words. */
class SchemaCheckTest {
  /** The document's named schemas. */
  private static final Map<String, String> NAMED =
      Map.of(
          "#/s/Id", "{'type':'integer','minimum':1}",
          "#/s/Node",
              "{'type':'object','required':['name'],'properties':{'name':{'type':'string'},"
                  + "'children':{'type':'array','items':{'$ref':'#/s/Node'}}}}",
          "#/s/Cat",
              "{'type':'object','required':['kind','lives'],'properties':{'kind':{'type':'string'},"
                  + "'lives':{'type':'integer'}}}",
          "#/s/Dog",
              "{'type':'object','required':['kind','bark'],'properties':{'kind':{'type':'string'},"
                  + "'bark':{'type':'boolean'}}}",
          "#/s/Base", "{'type':'object','additionalProperties':false,'properties':{'a':{}}}",
          "#/s/Loop", "{'allOf':[{'$ref':'#/s/Looped'}]}",
          "#/s/Looped", "{'oneOf':[{'$ref':'#/s/Loop'},{'type':'string'}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'integer'}                    | 'x'      | v: expected an integer, got "x"
          {'type':'integer'}                    | 1.0      |
          {'type':'integer'}                    | 1.5      | v: expected an integer, got 1.5
          {'type':'string'}                     | null     | v: expected a string (omit it if it has no value), got null
          {'type':'string','nullable':true}     | null     |
          {'type':['string','null']}            | null     |
          {'type':['string','array']}           | 5        | v: expected an array or a string, got 5
          {'type':'string','nullable':true,'enum':['a']} | null |
          {'minimum':1}                         | 0        | v: expected at least 1, got 0
          {'minimum':1,'exclusiveMinimum':true} | 1        | v: expected more than 1, got 1
          {'exclusiveMinimum':1}                | 1        | v: expected more than 1, got 1
          {'exclusiveMaximum':9}                | 9        | v: expected less than 9, got 9
          {'maximum':9,'exclusiveMaximum':false}| 10       | v: expected at most 9, got 10
          {'maximum':9}                         | 1e999999999 | v: expected at most 9, got 1E+999999999
          {'multipleOf':0.1}                    | 0.3      |
          {'multipleOf':0.1}                    | 0.35     | v: expected a multiple of 0.1, got 0.35
          {'multipleOf':7}                      | 1e999999999 |
          {'minLength':2}                       | 'a'      | v: expected at least 2 characters, got 1
          {'maxLength':1}                       | '😀'     |
          {'maxLength':1}                       | 'ab'     | v: expected at most 1 character, got 2
          {'maxLength':1,'format':'byte'}       | 'YWJj'   |
          {'pattern':'^[a-z]+$'}                | 'A1'     | v: expected a match of the pattern ^[a-z]+$, got "A1"
          {'pattern':'/^[a-z]+$/i'}             | 'AB'     |
          {'pattern':'\\\\u0041'}               | 'A'      |
          {'pattern':'(a+)+$'}                  | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | v: expected a match of the pattern (a+)+$, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"
          {'enum':['a','b']}                    | 'c'      | v: expected one of a, b, got "c"
          {'type':'string','enum':[1,2]}        | '1'      |
          {'const':true}                        | false    | v: expected true, got false
          {'enum':['a','b'],'const':'a'}        | 'a'      |
          {'enum':['a','b'],'const':'a'}        | 'b'      | v: expected a, got "b"
          {'enum':['a','b'],'const':'c'}        | 'c'      | v: expected one of a, b, got "c"
          {'const':null}                        | null     |
          {'const':null}                        | 0        | v: expected null, got 0
          {'const':[1,{'a':null}]}              | [1.0,{'a':null}] |
          {'format':'uuid'}                     | 'x'      | v: expected a UUID, got "x"
          {'format':'uuid'}                     | '123e4567-e89b-12d3-a456-426614174000' |
          {'format':'uuid','maxLength':24}      | 'x'      |
          {'format':'date'}                     | '2026-02-30' | v: expected a date such as 2026-11-21, got "2026-02-30"
          {'format':'date-time'}                | '2026-02-28T10:00:00.123+01:00' |
          {'format':'date-time'}                | '2026-02-28 10:00' |
          {'format':'date-time'}                | 'yesterday' | v: expected a date and time such as 2026-11-21T09:30:00Z, got "yesterday"
          {'format':'email'}                    | 'a.b'    | v: expected an e-mail address, got "a.b"
          {'format':'uri'}                      | 'a b'    | v: expected a URL, got "a b"
          {'format':'uri'}                      | 'https://a.example/{x}?y#z' |
          {'format':'ipv4'}                     | '10.0.0.256' | v: expected an IPv4 address, got "10.0.0.256"
          {'format':'ipv4'}                     | '10.0.0.1/8' |
          {'format':'ipv6'}                     | '2001:db8::1' |
          {'format':'ipv6'}                     | '1:2:3'  | v: expected an IPv6 address, got "1:2:3"
          {'format':'date-time'}                | '2026-02-28T10:00:00+24:00' | v: expected a date and time such as 2026-11-21T09:30:00Z, got "2026-02-28T10:00:00+24:00"
          {'format':'date-time'}                | '2026-02-28T10:00:00+23:60' | v: expected a date and time such as 2026-11-21T09:30:00Z, got "2026-02-28T10:00:00+23:60"
          {'format':'date-time'}                | '2026-02-28T10:00:00-2359' |
          {'format':'ipv6'}                     | '::'     |
          {'format':'ipv6'}                     | '1::10.0.0.1' |
          {'format':'ipv6'}                     | 'fe80::1%eth0' |
          {'format':'ipv6'}                     | '12345::' | v: expected an IPv6 address, got "12345::"
          {'format':'ipv6'}                     | '::10.0.0.256' | v: expected an IPv6 address, got "::10.0.0.256"
          {'format':'ipv6'}                     | ':1:2:3::8' | v: expected an IPv6 address, got ":1:2:3::8"
          {'format':'ipv6'}                     | '1::2::3' | v: expected an IPv6 address, got "1::2::3"
          {'format':'ipv6'}                     | '1:2:3:4:5:6::8' |
          {'format':'ipv6'}                     | '1:2:3:4:5:6:7:8::' | v: expected an IPv6 address, got "1:2:3:4:5:6:7:8::"
          {'format':'int32'}                    | 2147483648 | v: expected a 32-bit integer, got 2147483648
          {'format':'no-such'}                  | 'x'      |
          {'type':'string','format':'password','minLength':9,'enum':['a']} | 'hunter2' | v: expected a, got a string of 7 characters; v: expected at least 9 characters, got 7
          """)
  void scalars(String schema, String value, String expected) {
    assertThat(problems(schema, value)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'items':{'type':'integer'}}            | [1,'b']    | v[1]: expected an integer, got "b"
          {'prefixItems':[{},{'type':'string'}],'items':false} | [1,2,3] | v[1]: expected a string, got 2; v[2]: is not allowed here
          {'items':[{'type':'string'}]}           | [1,2]      | v[0]: expected a string, got 1
          {'minItems':2}                          | [1]        | v: expected at least 2 items, got 1
          {'maxItems':1}                          | [1,2]      | v: expected at most 1 item, got 2
          {'uniqueItems':true}                    | [1,{'a':1},{'a':1}] | v[2]: is the same as item 1; items must be unique
          {'contains':{'const':1}}                | [2]        | v: items that match the schema in contains: 0
          {'required':['a','b']}                  | {'a':1}    | v/b: is required
          {'required':['a'],'properties':{'a':{'readOnly':true}}} | {} |
          {'required':true}                       | {}         |
          {'properties':{'a':{'type':'string'}}}  | {'a':1}    | v/a: expected a string, got 1
          {'properties':{'ab':{}},'additionalProperties':false} | {'abc':1} | v/abc: is unknown; did you mean ab?
          {'properties':{'ab':{}},'additionalProperties':false} | {'zzzz':1} | v/zzzz: is unknown; known members are ab
          {'required':['cd'],'properties':{'ab':{}},'additionalProperties':false} | {'cd':1} |
          {'additionalProperties':{'type':'integer'}} | {'x':'y'} | v/x: expected an integer, got "y"
          {'patternProperties':{'^x-':{'type':'integer'}},'additionalProperties':false} | {'x-a':'b'} | v/x-a: expected an integer, got "b"
          {'propertyNames':{'maxLength':1}}       | {'ab':1}   | v/ab: expected at most 1 character, got 2
          {'minProperties':1}                     | {}         | v: expected at least 1 member, got 0
          {'dependentRequired':{'a':['b']}}       | {'a':1}    | v/b: is required
          {'$ref':'#/s/Id'}                       | 0          | v: expected at least 1, got 0
          {'$ref':'#/s/Id','maximum':3}           | 4          | v: expected at most 3, got 4
          {'$ref':'#/s/None'}                     | 4          |
          {'$ref':'#/s/Node'}                     | {'name':'a','children':[{'name':'b','children':[{}]}]} | v/children[0]/children[0]/name: is required
          {'$ref':'#/s/Loop'}                     | 'a'        |
          {'allOf':[{'$ref':'#/s/Base'},{'properties':{'b':{}},'additionalProperties':false}]} | {'a':1,'b':2} |
          {'allOf':[{'$ref':'#/s/Base'}]}         | {'z':1}    | v/z: is unknown; did you mean a?
          {'allOf':[{'$ref':'#/s/Base'},{'properties':{'b':{}}}],'unevaluatedProperties':false} | {'a':1,'b':1} |
          {'unevaluatedProperties':false,'properties':{'a':{}}} | {'longer':1} | v/longer: is unknown; known members are a
          {'unevaluatedProperties':false,'allOf':[{'unevaluatedProperties':true}]} | {'a':1} |
          {'unevaluatedProperties':false,'anyOf':[{'unevaluatedProperties':{'type':'integer'}}]} | {'a':1} |
          {'unevaluatedProperties':false,'$ref':'#/s/None'} | {'a':1} |
          {'unevaluatedProperties':false,'$dynamicRef':'#n'} | {'a':1} |
          {'unevaluatedProperties':false,'if':{'properties':{'a':{'const':1}}},'then':{'properties':{'b':{}}},'else':{'properties':{'c':{}}}} | {'a':1,'b':1} |
          {'unevaluatedProperties':false,'if':{'properties':{'a':{'const':1}}},'then':{'properties':{'b':{}}}} | {'a':1,'d':1} | v/d: is unknown; did you mean a?
          {'unevaluatedProperties':false,'then':{'properties':{'b':{}}}} | {'b':1} | v/b: is unknown; no members are known here
          {'unevaluatedProperties':false,'properties':{'a':{}},'dependentSchemas':{'a':{'properties':{'b':{}}}}} | {'a':1,'b':1} |
          {'dependentSchemas':{'a':{'required':['b']}}} | {'a':1}  | v/b: is required
          {'dependencies':{'a':{'required':['b']}}} | {'a':1}  | v/b: is required
          {'dependencies':{'a':{'required':['b']}}} | {'c':1}  |
          {'dependencies':{'a':false}}            | {'a':1}    | v: is not allowed here
          {'dependencies':{'a':['b']}}            | {'a':1}    | v/b: is required
          {'oneOf':[{'type':'string'},{'type':'integer'}]} | true | v: expected a string or an integer, got true
          {'oneOf':[{'type':'string'},{'maxLength':3}]} | 'ab' |
          {'anyOf':[{'type':'string'},{'type':'object','required':['a']}]} | {} | v/a: is required
          {'oneOf':[{'$ref':'#/s/Cat'},{'$ref':'#/s/Dog'}]} | {'kind':'x','lives':'y'} | v: matches none of the 2 alternatives; nearest is Cat (v/lives: expected an integer, got "y")
          {'oneOf':[{'$ref':'#/s/Cat'},{'$ref':'#/s/Dog'}],'discriminator':{'propertyName':'kind'}} | {'kind':'Dog'} | v/bark: is required
          {'oneOf':[{'$ref':'#/s/Cat'},{'$ref':'#/s/Dog'}],'discriminator':{'propertyName':'kind','mapping':{'d':'#/s/Dog'}}} | {'kind':'d','bark':1} | v/bark: expected true or false, got 1
          {'not':{'type':'string'}}               | 'a'        | v: has a value that the schema excludes
          {'not':{'pattern':'(?=a)'}}             | 'a'        |
          {'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}} | {'a':1} | v/b: is required
          {'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}} | {} | v/c: is required
          """)
  void containersAndCombinations(String schema, String value, String expected) {
    assertThat(problems(schema, value)).isEqualTo(expected == null ? "" : expected);
  }

  /** Documents hold all of these; none of them may make a call fail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'strng'} | {'type':'file'} | {'type':7} | {'minimum':'5'} | {'pattern':'('} | {'pattern':'(?!x)y'} | {'enum':'x'} | {'enum':[]}
          {'properties':[]} | {'items':3} | {'allOf':{}} | {'multipleOf':0} | {'required':'a'} | {'oneOf':[]} | {'minLength':-1} | {'maxLength':1.5e99}
          """)
  void faultsAreSkipped(
      String a, String b, String c, String d, String e, String f, String g, String h) {
    for (String schema : List.of(a, b, c, d, e, f, g, h)) {
      for (String value : List.of("'abc'", "5", "{'x':5}", "[5]", "true")) {
        assertThat(problems(schema, value)).as(schema + " " + value).isEmpty();
      }
    }
  }

  /** The same verdict as a validator by others, where documents are sane. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'object','required':['a'],'properties':{'a':{'type':'integer','minimum':1}},'additionalProperties':false}
          {'type':['array','null'],'items':{'enum':['a','b',1]},'minItems':1,'uniqueItems':true}
          {'anyOf':[{'type':'string','maxLength':2},{'type':'integer','multipleOf':3},{'type':'array','contains':{'const':'a'}}]}
          {'allOf':[{'required':['a']},{'properties':{'a':{'type':'string'}}}]}
          {'not':{'anyOf':[{'type':'string'},{'required':['a']}]}}
          {'if':{'type':'string'},'then':{'minLength':2},'else':{'not':{'type':'null'}}}
          {'propertyNames':{'pattern':'^a'},'maxProperties':1}
          {'prefixItems':[{'type':'string'}],'items':{'type':'integer'}}
          {'dependentRequired':{'a':['b']},'patternProperties':{'^b':{'type':'string'}}}
          {'exclusiveMinimum':1,'exclusiveMaximum':9,'type':'number'}
          """)
  void agreesWithAnotherValidator(String schema) {
    com.networknt.schema.Schema other =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json(schema).toString());
    for (String value :
        List.of(
            "null",
            "true",
            "0",
            "1",
            "3",
            "9",
            "2.5",
            "'a'",
            "'ab'",
            "'abc'",
            "[]",
            "['a']",
            "['a','a']",
            "['a',1]",
            "[1,'a']",
            "['a','c']",
            "{}",
            "{'a':1}",
            "{'a':0}",
            "{'a':'x'}",
            "{'a':1,'b':2}",
            "{'a':'x','b':'y'}",
            "{'b':1}",
            "{'ab':1}")) {
      assertThat(problems(schema, value).isEmpty())
          .as(schema + " " + value)
          .isEqualTo(other.validate(json(value)).isEmpty());
    }
  }

  @Test
  void anAnswerIsCheckedForTypesAndMissingMembersOnly() {
    Validation validation = new Validation(Validation.Mode.RESPONSE);
    schema(
            "{'required':['w','m'],'properties':{'w':{'writeOnly':true},'e':{'enum':['a']},"
                + "'n':{'type':'string'},'t':{'type':'integer'}},'additionalProperties':false}")
        .check(
            InstanceLocation.of("body"),
            json("{'e':'new','n':null,'t':'x','extra':1}"),
            validation);
    assertThat(validation.problems().stream().map(ArgumentProblem::toString))
        .containsExactlyInAnyOrder("body/m: is required", "body/t: expected an integer, got \"x\"");
  }

  /** Each level has two alternatives that differ deep inside only: 2^60 ways without a bound. */
  @Test
  void hopelessCombinationsEnd() {
    StringBuilder value = new StringBuilder("1");
    for (int depth = 0; depth < 60; depth++) {
      value.insert(0, "{'a':").append('}');
    }
    Map<String, String> named =
        Map.of(
            "#/s/X",
            "{'anyOf':[{'properties':{'a':{'$ref':'#/s/X'}},'required':['b']},"
                + "{'properties':{'a':{'$ref':'#/s/X'}},'required':['c']}]}");
    Validation validation = new Validation(Validation.Mode.REQUEST);
    schema("{'$ref':'#/s/X'}", named)
        .check(InstanceLocation.of("v"), json(value.toString()), validation);
    assertThat(validation.problems()).hasSizeLessThan(501);
  }

  @Test
  void deepValuesDoNotOverflow() throws InterruptedException {
    String value = "{'name':'a','children':[".repeat(240) + "]}".repeat(240);
    AtomicReference<String> found = new AtomicReference<>("nothing");
    Thread thread =
        new Thread(null, () -> found.set(problems("{'$ref':'#/s/Node'}", value)), "small", 512_000);
    thread.start();
    thread.join();
    assertThat(found.get()).isEmpty();
  }

  private static String problems(String schema, String value) {
    Validation validation = new Validation(Validation.Mode.REQUEST);
    schema(schema).check(InstanceLocation.of("v"), json(value), validation);
    return validation.problems().stream()
        .map(ArgumentProblem::toString)
        .collect(Collectors.joining("; "));
  }

  private static Schema schema(String schema) {
    return schema(schema, NAMED);
  }

  private static Schema schema(String schema, Map<String, String> named) {
    SchemaCache cache =
        new SchemaCache(
            reference -> Optional.ofNullable(named.get(reference)).map(SchemaCheckTest::json));
    return cache.reader("test").read(json(schema));
  }

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }
}
