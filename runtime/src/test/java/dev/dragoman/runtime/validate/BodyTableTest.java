package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is made of a body: the media type it is sent in, the value as it is meant, its problems, and
 * what the handler takes where that is another text. Single quotes stand for double ones.
 */
class BodyTableTest {
  private static final String OBJECT =
      "{'schema':{'type':'object','required':['n'],'properties':{'n':{'type':'integer'},"
          + "'a':{'type':'array','items':{'type':'string'}},'o':{'type':'object'}}}}";
  private static final String NAMED =
      "{'schema':{'type':'object','xml':{'name':'lamp'},'properties':{'id':{'type':'integer',"
          + "'xml':{'attribute':true}},'name':{'type':'string'},'tags':{'type':'array','xml':"
          + "{'wrapped':true},'items':{'type':'string','xml':{'name':'tag'}}},'on':{'type':"
          + "'boolean'},'in':{'type':'object','properties':{'x':{'type':'string'}}}}}}";
  private static final String LIST = "{'schema':{'type':'array','items':{'type':'integer'}}}";
  private static final String TEXT = "{'schema':{'type':'string','maxLength':3}}";

  private static String table(String[]... cases) {
    StringBuilder text = new StringBuilder();
    for (String[] one : cases) {
      text.append(one[1].isEmpty() ? "" : one[1] + " ")
          .append(one[2])
          .append(" -> ")
          .append(outcome(one[0], one[1], one[2]))
          .append('\n');
    }
    return text.toString();
  }

  private static String outcome(String content, String contentType, String body) {
    OperationValidator validator = validator(content);
    JsonNode given = json(body);
    Optional<String> chosen = Optional.of(contentType).filter(type -> !type.isEmpty());
    Optional<BodyMedia> media = validator.media(chosen, given);
    if (media.isEmpty()) {
      return "no media type";
    }
    JsonNode read = validator.readBody(media.get(), given);
    List<ArgumentProblem> problems = new ArrayList<>(validator.problemsOfBody(media.get(), read));
    JsonNode written = validator.writtenBody(media.get(), read, problems);
    String faults =
        problems.stream().map(ArgumentProblem::toString).collect(Collectors.joining("; "));
    return media.get().sent()
        + " "
        + read.toString().replace('"', '\'')
        + (written.equals(read)
            ? ""
            : " as " + written.asString().replace('"', '\'').replace("\0", "NUL"))
        + (faults.isEmpty() ? "" : " PROBLEMS " + faults);
  }

  private static OperationValidator validator(String content) {
    SchemaCache schemas = new SchemaCache(reference -> Optional.empty());
    return new OperationValidator(
        (ObjectNode) json("{'body':{'content':" + content + "}}"), schemas.reader("test"));
  }

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static String[] of(String content, String contentType, String body) {
    return new String[] {content, contentType, body};
  }

  @Test
  void jsonAndForms() {
    String json = "{'application/json':" + OBJECT + "}";
    String form = "{'application/x-www-form-urlencoded':" + OBJECT + "}";
    assertThat(
            table(
                of(json, "", "{'n':1}"),
                of(json, "", "{'n':'1'}"),
                of(json, "", "{}"),
                of(json, "", "{'n':null}"),
                of(json, "", "{'n':1,'a':'x'}"),
                of(json, "APPLICATION/JSON", "{'n':1}"),
                of(json, "application/json; charset=utf-8", "{'n':1}"),
                of(json, "text/plain", "{'n':1}"),
                of(form, "", "{'n':'2'}"),
                of(form, "", "{'n':2,'o':null}"),
                of(form, "", "{'n':null}"),
                of(form, "", "[1]")))
        .isEqualTo(
            """
            {'n':1} -> application/json {'n':1}
            {'n':'1'} -> application/json {'n':1}
            {} -> application/json {} PROBLEMS body/n: is required
            {'n':null} -> application/json {'n':null} PROBLEMS body/n: expected an integer (omit it if it has no value), got null
            {'n':1,'a':'x'} -> application/json {'n':1,'a':['x']}
            APPLICATION/JSON {'n':1} -> application/json {'n':1}
            application/json; charset=utf-8 {'n':1} -> application/json {'n':1}
            text/plain {'n':1} -> no media type
            {'n':'2'} -> application/x-www-form-urlencoded {'n':2}
            {'n':2,'o':null} -> application/x-www-form-urlencoded {'n':2,'o':null}
            {'n':null} -> application/x-www-form-urlencoded {'n':null} PROBLEMS body/n: is required
            [1] -> application/x-www-form-urlencoded [1] PROBLEMS body: expected an object, got an array
            """);
  }

  @Test
  void textLinesAndXml() {
    String text = "{'text/plain':" + TEXT + "}";
    String lines = "{'application/jsonl':" + OBJECT + "}";
    String list = "{'application/x-ndjson':" + LIST + "}";
    String whole = "{'application/x-ndjson':{'schema':{'type':'string','maxLength':5}}}";
    String xml = "{'application/xml':" + NAMED + "}";
    assertThat(
            table(
                of(text, "", "'abc'"),
                of(text, "", "'abcd'"),
                of(text, "", "7"),
                of(lines, "", "[{'n':1},{'n':'x'}]"),
                of(lines, "", "{'n':1}"),
                of(lines, "", "'{}\\n{}'"),
                of(list, "", "[1,'2',true]"),
                of(list, "", "'1\\n2'"),
                of(list, "", "'not json'"),
                of(whole, "", "'1\\n2'"),
                of(whole, "", "'{}\\n{}\\n'"),
                of(whole, "", "[1]"),
                of(xml, "", "'<lamp/>'"),
                of(xml, "", "{'id':1,'name':'a<b&c','tags':['x','y'],'on':true,'in':{'x':'z'}}"),
                of(xml, "", "{'name':null,'tags':[]}"),
                of(xml, "", "{'id':'one','other':[1,{'a':2}]}"),
                of(xml, "", "{'name':'\\u0000'}"),
                of(xml, "", "'plain'")))
        .isEqualTo(
            """
            'abc' -> text/plain 'abc'
            'abcd' -> text/plain 'abcd' PROBLEMS body: expected at most 3 characters, got 4
            7 -> text/plain 7
            [{'n':1},{'n':'x'}] -> application/jsonl [{'n':1},{'n':'x'}] PROBLEMS body[1]/n: expected an integer, got "x"
            {'n':1} -> application/jsonl {'n':1}
            '{}\\n{}' -> application/jsonl '{}\\n{}' PROBLEMS body[0]/n: is required; body[1]/n: is required
            [1,'2',true] -> application/x-ndjson [1,'2',true] PROBLEMS body[1]: expected an integer, got "2"; body[2]: expected an integer, got true
            '1\\n2' -> application/x-ndjson '1\\n2'
            'not json' -> application/x-ndjson 'not json'
            '1\\n2' -> application/x-ndjson '1\\n2'
            '{}\\n{}\\n' -> application/x-ndjson '{}\\n{}\\n' PROBLEMS body: expected at most 5 characters, got 6
            [1] -> application/x-ndjson [1]
            '<lamp/>' -> application/xml '<lamp/>'
            {'id':1,'name':'a<b&c','tags':['x','y'],'on':true,'in':{'x':'z'}} -> application/xml {'id':1,'name':'a<b&c','tags':['x','y'],'on':true,'in':{'x':'z'}} as <lamp id='1'><name>a&lt;b&amp;c</name><tags><tag>x</tag><tag>y</tag></tags><on>true</on><in><x>z</x></in></lamp>
            {'name':null,'tags':[]} -> application/xml {'name':null,'tags':[]} as <lamp><name xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/><tags></tags></lamp> PROBLEMS body/name: expected a string (omit it if it has no value), got null
            {'id':'one','other':[1,{'a':2}]} -> application/xml {'id':'one','other':[1,{'a':2}]} as <lamp id='one'><other>1</other><other><a>2</a></other></lamp> PROBLEMS body/id: expected an integer, got "one"
            {'name':'\\u0000'} -> application/xml {'name':'\\u0000'} as <lamp><name>NUL</name></lamp> PROBLEMS body/name: contains a character that is not allowed in XML
            'plain' -> application/xml 'plain' as <lamp>plain</lamp>
            """);
  }

  @Test
  void severalMediaTypes() {
    String patches =
        "{'application/merge-patch+json':"
            + OBJECT
            + ",'application/json-patch+json':"
            + OBJECT
            + "}";
    String mixed = "{'text/plain':" + TEXT + ",'application/json':" + OBJECT + "}";
    String bytes =
        "{'application/octet-stream':{},'application/json':{'schema':{'type':'integer'}}}";
    String range = "{'image/*':{'schema':{'type':'string','format':'binary'}},'text/*':{}}";
    assertThat(
            table(
                of(patches, "", "{'n':null}"),
                of(patches, "application/json-patch+json", "[{'op':'remove','path':'/n'}]"),
                of(patches, "application/json-patch+json", "[{'op':'erase','path':'n'}]"),
                of(patches, "application/json-patch+json", "{'n':1}"),
                of(patches, "", "[{'op':'remove','path':'/n'}]"),
                of(mixed, "", "'x'"),
                of(mixed, "", "{'n':1}"),
                of(mixed, "text/plain", "'abcd'"),
                of(bytes, "", "7"),
                of(bytes, "", "'x'"),
                of(range, "image/png", "'x'"),
                of(range, "image/png; q=1", "'x'"),
                of(range, "", "'x'"),
                of("{'*/*':{}}", "", "{'a':1}"),
                of("{'*/*':{}}", "text/csv", "'a'"),
                of("{}", "", "{'a':1}")))
        .isEqualTo(
            """
            {'n':null} -> application/merge-patch+json {'n':null}
            application/json-patch+json [{'op':'remove','path':'/n'}] -> application/json-patch+json [{'op':'remove','path':'/n'}]
            application/json-patch+json [{'op':'erase','path':'n'}] -> application/json-patch+json [{'op':'erase','path':'n'}] PROBLEMS body[0]: requires "op": add, remove, replace, move, copy or test (RFC 6902, section 4)
            application/json-patch+json {'n':1} -> application/json-patch+json {'n':1} PROBLEMS body: expected a JSON Patch, an array of operations (RFC 6902, section 3), got an object; to send an object, use content_type application/merge-patch+json
            [{'op':'remove','path':'/n'}] -> application/json-patch+json [{'op':'remove','path':'/n'}]
            'x' -> text/plain 'x'
            {'n':1} -> application/json {'n':1}
            text/plain 'abcd' -> text/plain 'abcd' PROBLEMS body: expected at most 3 characters, got 4
            7 -> application/json 7
            'x' -> application/octet-stream 'x'
            image/png 'x' -> image/png 'x'
            image/png; q=1 'x' -> image/png; q=1 'x'
            'x' -> text/plain 'x'
            {'a':1} -> application/json {'a':1}
            text/csv 'a' -> text/csv 'a'
            {'a':1} -> no media type
            """);
  }

  @Test
  void nullAsABody() {
    String[] contents = {
      "{'application/json':{'schema':{'type':'string'}}}",
      "{'application/json':{'schema':{'type':['string','null']}}}",
      "{'application/json':{'schema':{'nullable':true,'type':'string'}}}",
      "{'application/json':{}}",
      "{'text/plain':{}}",
      "{'application/json':{'schema':{'type':'null'}},'text/plain':{}}",
      "{}",
    };
    StringBuilder text = new StringBuilder();
    for (String content : contents) {
      text.append(validator(content).takesNull(Optional.empty()))
          .append(' ')
          .append(validator(content).takesNull(Optional.of("text/plain")))
          .append('\n');
    }
    assertThat(text.toString())
        .isEqualTo(
            """
            false false
            true false
            true false
            false false
            false false
            true false
            false false
            """);
  }

  @Test
  void fieldsThatAreObjects() {
    OperationValidator form =
        validator(
            "{'multipart/form-data':{'schema':{'properties':{'o':{'type':'object'},'s':{'type':"
                + "'string'},'b':{'type':['object','string']}}}}}");
    BodyMedia media = form.media(Optional.empty(), json("{}")).orElseThrow();
    assertThat(List.of("o", "s", "b", "none").stream().filter(form.objects(media)).toList())
        .containsExactly("o");
  }
}
