package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which members of valid bodies a note is made of. Apostrophes are quotation marks. */
class UndeclaredMembersTest {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "#/Pet",
          "{'type':'object','properties':{'name':{'type':'string'},'kind':{'type':'string'}}}",
          "#/Dog",
          "{'allOf':[{'$ref':'#/Pet'},{'properties':{'bark':{'type':'boolean'}}}]}",
          "#/Base",
          "{'properties':{'kind':{}},'discriminator':{'propertyName':'kind'}}",
          "#/Node",
          "{'properties':{'label':{},'children':{'type':'array','items':{'$ref':'#/Node'}}}}");

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static List<String> notes(String mediaType, String schema, String body) {
    String details = "{'body':{'content':{'" + mediaType + "':{'schema':" + schema + "}}}}";
    SchemaCache schemas =
        new SchemaCache(name -> Optional.ofNullable(SCHEMAS.get(name)).map(text -> json(text)));
    OperationValidator operation =
        new OperationValidator((ObjectNode) json(details), schemas.reader("test"));
    JsonNode value = json(body);
    Optional<BodyMedia> media = operation.media(Optional.empty(), value);
    assertThat(operation.problemsOfBody(media.orElseThrow(), value)).isEmpty();
    return operation.undeclared((ObjectNode) json("{}"), media, value);
  }

  private static List<String> notes(String schema, String body) {
    return notes("application/json", schema, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'$ref':'#/Pet'} | {'nmae':'x'} | body.nmae is not in the document's schema; did you mean name?
          {'$ref':'#/Pet'} | {'Name':'x'} | body.Name is not in the document's schema; did you mean name?
          {'$ref':'#/Pet'} | {'name':'x','nmae':'y'} | body.nmae is not in the document's schema; the API may ignore it.
          {'$ref':'#/Pet'} | {'colour':'red'} | body.colour is not in the document's schema; the API may ignore it.
          {'$ref':'#/Dog'} | {'brak':true,'name':'x'} | body.brak is not in the document's schema; did you mean bark?
          {'$ref':'#/Node'} | {'children':[{},{'lable':1}]} | body.children[1].lable is not in the document's schema; did you mean label?
          {'type':'array','items':{'$ref':'#/Pet'}} | [{'nam':'x'}] | body[0].nam is not in the document's schema; did you mean name?
          {'properties':{'pet':{'$ref':'#/Pet'}}} | {'pet':{'knid':'cat'}} | body.pet.knid is not in the document's schema; did you mean kind?
          {'properties':{'title':{}},'additionalProperties':true} | {'titel':'x'} | body.titel is not in the document's schema; did you mean title?
          {'properties':{'title':{}},'additionalProperties':{}} | {'titel':'x'} | body.titel is not in the document's schema; did you mean title?
          {'oneOf':[{'$ref':'#/Pet'},{'properties':{'plate':{}}}]} | {'plaet':1} | body.plaet is not in the document's schema; did you mean plate?
          {'anyOf':[{'required':['name']},{'required':['kind']}],'properties':{'name':{},'kind':{}}} | {'name':'x','kidn':'y'} | body.kidn is not in the document's schema; did you mean kind?
          {'properties':{'email':{}},'if':{'required':['sms']},'then':{'properties':{'number':{}}}} | {'emial':1} | body.emial is not in the document's schema; did you mean email?
          """)
  void membersThatMayBeLost(String schema, String body, String note) {
    assertThat(notes(schema, body)).containsExactly(note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | {'any':1}
          {'type':'object'} | {'any':1}
          {'properties':{}} | {'any':1}
          {'$ref':'#/nowhere'} | {'any':1}
          {'$ref':'#/Dog'} | {'name':'x','kind':'dog','bark':true}
          {'properties':{'name':{}},'additionalProperties':true} | {'colour':'red'}
          {'properties':{'name':{}},'additionalProperties':{}} | {'colour':'red'}
          {'properties':{'name':{}},'additionalProperties':{'type':'string'}} | {'nam':'red'}
          {'properties':{'name':{}},'unevaluatedProperties':{'type':'string'}} | {'nam':'red'}
          {'properties':{'name':{}},'patternProperties':{'^x':{}}} | {'nam':'red'}
          {'properties':{'name':{}},'propertyNames':{'maxLength':9}} | {'nam':'red'}
          {'allOf':[{'properties':{'name':{}}},{'additionalProperties':{'type':'string'}}]} | {'nam':'red'}
          {'allOf':[{'properties':{'a':{}}},{'properties':{'b':{}}}]} | {'a':1,'b':2}
          {'oneOf':[{'$ref':'#/Pet'},{'properties':{'plate':{}}}]} | {'plate':1,'name':'x'}
          {'anyOf':[{'$ref':'#/Pet'},{'type':'object'}]} | {'plate':1}
          {'anyOf':[{'$ref':'#/Pet'},{}]} | {'plate':1}
          {'$ref':'#/Base'} | {'kind':'a','more':1}
          {'allOf':[{'$ref':'#/Base'},{'properties':{'own':{}}}]} | {'kind':'a','more':1}
          {'properties':{'a':{}},'if':{'required':['a']},'then':{'properties':{'b':{}}}} | {'a':1,'b':2}
          {'properties':{'a':{}},'dependentSchemas':{'a':{'properties':{'b':{}}}}} | {'a':1,'b':2}
          {'$ref':'#/Pet'} | {'@odata.type':'#x','$schema':'s','_links':{},'name@odata.bind':'y','x-own':1}
          {'properties':{'pet':{}}} | {'pet':{'anything':1}}
          {'properties':{'pets':{'type':'array'}}} | {'pets':[{'anything':1}]}
          {'properties':{'text':{'type':'string'}}} | {'text':'{}'}
          """)
  void membersThatAreMeant(String schema, String body) {
    assertThat(notes(schema, body)).isEmpty();
  }

  @Test
  void formsAreReadLikeJson() {
    String schema = "{'properties':{'To':{},'From':{},'metadata':{'type':'object'}}}";
    assertThat(notes("application/x-www-form-urlencoded", schema, "{'Too':'1','metadata[a]':'2'}"))
        .containsExactly("body.Too is not in the document's schema; did you mean To?");
  }

  @Test
  void patchesNameOperations() {
    assertThat(
            notes(
                "application/json-patch+json",
                "{'$ref':'#/Pet'}",
                "[{'op':'add','path':'/x','value':{'nmae':1}}]"))
        .isEmpty();
  }

  @Test
  void manyAreOneNote() {
    StringBuilder body = new StringBuilder("{'nmae':1");
    for (int i = 0; i < 200; i++) {
      body.append(",'unlike").append(i).append("':{}");
    }
    assertThat(notes("{'$ref':'#/Pet'}", body + "}"))
        .containsExactly(
            "body.nmae is not in the document's schema; did you mean name?",
            "body.unlike0, body.unlike1, body.unlike2, body.unlike3, body.unlike4 and 44 more are"
                + " not in the document's schema; the API may ignore them.");
  }

  @Test
  void namesCannotForgeLines() {
    assertThat(notes("{'$ref':'#/Pet'}", "{'far\\nnote\\u202e" + "x".repeat(500) + "':1}"))
        .singleElement()
        .asString()
        .startsWith("body.far note\\u202Exxx")
        .doesNotContain("\n")
        .hasSizeLessThan(220);
  }

  @Test
  void parametersThatAreObjects() {
    JsonNode details =
        json(
            "{'parameters':[{'name':'filter','in':'query','schema':{'properties':{'status':{}}}}]}");
    OperationValidator operation =
        new OperationValidator(
            (ObjectNode) details, new SchemaCache(name -> Optional.empty()).reader("test"));
    assertThat(
            operation.undeclared(
                (ObjectNode) json("{'filter':{'statsu':'open'}}"), Optional.empty(), null))
        .containsExactly("filter.statsu is not in the document's schema; did you mean status?");
  }
}
