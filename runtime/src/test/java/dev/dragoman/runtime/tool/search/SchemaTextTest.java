package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What of a schema is shown to an agent. Apostrophes are quotation marks. */
class SchemaTextTest {
  private static JsonNode shown(String schema) {
    return Json.of(new SchemaText().of(Json.of(schema)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'string','title':'T','$comment':'c','example':'e','examples':['e']} | {'type':'string'}
          {'xml':{'name':'n'},'externalDocs':{'url':'u'},'x-a':1,'x-':{}}      | {}
          {'properties':{'title':{'type':'string'},'x-id':{},'xml':true}}      | {'properties':{'title':{'type':'string'},'x-id':{},'xml':true}}
          {'patternProperties':{'x-.*':{'title':'T'}}}                         | {'patternProperties':{'x-.*':{}}}
          {'$defs':{'title':{'title':'T'}},'definitions':{'example':{}}}       | {'$defs':{'title':{}},'definitions':{'example':{}}}
          {'dependentSchemas':{'title':{'required':['title']}}}                | {'dependentSchemas':{'title':{'required':['title']}}}
          {'dependentRequired':{'title':['body'],'x-a':['b']}}                 | {'dependentRequired':{'title':['body'],'x-a':['b']}}
          {'dependencies':{'example':['a']}}                                   | {'dependencies':{'example':['a']}}
          {'discriminator':{'propertyName':'k','x-y':1,'mapping':{'title':'#/T','x-ray':'#/X'}}} | {'discriminator':{'propertyName':'k','mapping':{'title':'#/T','x-ray':'#/X'}}}
          {'default':{'title':'Untitled','x-a':{'example':1}}}                 | {'default':{'title':'Untitled','x-a':{'example':1}}}
          {'const':[{'xml':1}]}                                                | {'const':[{'xml':1}]}
          {'enum':[{'title':'a'},null,1.50,'b']}                               | {'enum':[{'title':'a'},null,1.50,'b']}
          {'properties':{'default':{'title':'T'},'enum':{'title':'T'}}}        | {'properties':{'default':{},'enum':{}}}
          {'allOf':[{'title':'T','type':'object'},true]}                       | {'allOf':[{'type':'object'},true]}
          {'items':{'not':{'title':'T','minimum':0}}}                          | {'items':{'not':{'minimum':0}}}
          {'additionalProperties':false,'maxItems':9007199254740993}           | {'additionalProperties':false,'maxItems':9007199254740993}
          true                                                                 | true
          """)
  void whatACallerNeedsIsKept(String schema, String expected) {
    assertThat(shown(schema.replace('\'', '"'))).isEqualTo(Json.of(expected.replace('\'', '"')));
  }

  /** The references in the order in which a reader finds them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'$ref':'#/A'}                                                | #/A
          {'items':{'$ref':'#/B'},'not':{'$ref':'#/A'}}                 | #/B #/A
          {'oneOf':[{'$ref':'#/A'},{'$ref':'#/A'}]}                     | #/A
          {'properties':{'$ref':{'type':'string'}}}                     | ``
          {'default':{'$ref':'#/A'},'const':{'$ref':'#/A'}}             | ``
          {'enum':[{'$ref':'#/A'}]}                                     | ``
          {'example':{'$ref':'#/A'},'x-a':{'$ref':'#/A'}}               | ``
          {'$ref':7}                                                    | ``
          {'additionalProperties':{'$ref':'#/A b~1c/😀'}}               | #/A b~1c/😀
          """)
  void schemasThatAreReferredToAreFound(String schema, String references) {
    SchemaText text = new SchemaText();
    text.of(Json.of(schema.replace('\'', '"')));
    assertThat(String.join(" ", text.references())).isEqualTo(references);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, ''", "40, 40, ''", "41, 40, (and 1 more)", "999, 40, (and 959 more)"})
  void aLongEnumIsCounted(int given, int kept, String more) {
    String values =
        IntStream.range(0, given).mapToObj(i -> "" + i).collect(Collectors.joining(","));

    JsonNode shown = shown("{\"enum\":[" + values + "]}").path("enum");

    assertThat(shown.size()).isEqualTo(kept + (more.isEmpty() ? 0 : 1));
    assertThat(shown.path(kept).asString("")).isEqualTo(more);
  }

  /** 160 bytes of a description, 200 of any other text; a cut is marked and splits no character. */
  @ParameterizedTest
  @CsvSource({
    "description, a, 160, 160",
    "description, a, 161, 157",
    "description, 😀, 40, 40",
    "description, 😀, 41, 39",
    "pattern, a, 200, 200",
    "pattern, a, 201, 197",
    "const, é, 100, 100",
    "const, é, 101, 98",
    "default, a, 201, 197"
  })
  void longTextIsCut(String keyword, String character, int given, int kept) {
    String text =
        shown("{\"" + keyword + "\":\"" + character.repeat(given) + "\"}")
            .path(keyword)
            .stringValue();

    assertThat(text).isEqualTo(character.repeat(kept) + (kept < given ? "…" : ""));
  }

  @ParameterizedTest
  @CsvSource({"items", "default"})
  void whatIsNestedTooDeeplyIsNotShown(String keyword) {
    int depth = 60;
    String schema = "{\"" + keyword + "\":" + "[".repeat(depth) + "1" + "]".repeat(depth) + "}";

    assertThat(new SchemaText().of(Json.of(schema)))
        .contains("[[[")
        .contains("(nested too deeply to show)")
        .doesNotContain("1");
  }
}
