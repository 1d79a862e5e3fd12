package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters and responses of one operation. Apostrophes are quotation marks. */
class OperationValidatorTest {
  private final OperationValidator operation =
      validator(
          """
          {'parameters': [
            {'name':'id','in':'path','schema':{'type':'integer'}},
            {'name':'id','in':'query','argument':'query_id','schema':{'type':'integer'}},
            {'name':'tags','in':'query','schema':{'type':'array','items':{'type':'integer'}}},
            {'name':'empty','in':'query','allowEmptyValue':true,'schema':{'type':'integer'}},
            {'name':'X-Trace','in':'header','argument':'trace','schema':{'maxLength':3}},
            {'name':'X-Plain','in':'header','schema':{'type':'boolean'}},
            {'name':'whole','in':'querystring','argument':'filter','schema':{'type':'object'}},
            {'name':'lamp','in':'query','contentType':'application/xml',
             'schema':{'type':'object','xml':{'name':'lamp'}}},
            {'name':'any','in':'query'}],
           'responses': {
             '200': {'content':{'text/plain':{'schema':{'type':'integer'}},
                                'application/json':{'schema':{'type':'object','required':['id'],
                                  'properties':{'id':{'type':'integer'},'n':{'type':'integer'}}}},
                                'text/json':{'schema':{'type':'string'}}}},
             '204': {},
             '206': {'content':{'application/json':{}}},
             '2XX': {'content':{'application/hal+json':{'schema':{'type':'array'}}}},
             '4XX': {'content':{'application/problem+json':{'schema':{'type':'object'}}}},
             'default': {'content':{'application/json':{'schema':{'type':'boolean'}}}}}}
          """);

  private static OperationValidator validator(String details) {
    return new OperationValidator(
        (ObjectNode) json(details), new SchemaCache(reference -> Optional.empty()).reader("test"));
  }

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  @ParameterizedTest
  @CsvSource({
    "path, id, id",
    "query, id, query_id",
    "query, tags, tags",
    "header, X-Trace, trace",
    "header, X-Plain, X-Plain",
    "querystring, whole, filter",
    "querystring, anything, filter",
    "query, unknown, unknown",
    "cookie, id, id",
    "path, tags, tags"
  })
  void argumentsOfParameters(String place, String name, String argument) {
    assertThat(operation.argument(place, name)).isEqualTo(argument);
  }

  @Test
  void headersByArgument() {
    assertThat(operation.headers()).isEqualTo(Map.of("trace", "X-Trace", "X-Plain", "X-Plain"));
    assertThat(validator("{}").headers()).isEmpty();
    assertThat(validator("{}").argument("querystring", "q")).isEqualTo("q");
  }

  /** Each argument is converted to the type in its schema, if nothing is lost. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id':'5'}             | {'id':5}
          {'id':5}               | {'id':5}
          {'id':'five'}          | {'id':'five'}
          {'query_id':'7'}       | {'query_id':7}
          {'tags':'[1,2]'}       | {'tags':[1,2]}
          {'tags':['1',2]}       | {'tags':[1,2]}
          {'X-Plain':'true'}     | {'X-Plain':true}
          {'filter':'{}'}        | {'filter':{}}
          {'any':'5'}            | {'any':'5'}
          {'unknown':'5'}        | {'unknown':'5'}
          {}                     | {}
          """)
  void readArguments(String given, String read) {
    assertThat(operation.readArguments(object(given))).hasToString(json(read).toString());
  }

  /** Missing and unknown arguments are reported by others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                        |
          {'id':5,'unknown':'x'}    |
          {'id':'x'}                | id: expected an integer, got "x"
          {'id':null}               |
          {'query_id':'x','id':'y'} | id: expected an integer, got "y"; query_id: expected an integer, got "x"
          {'tags':[1,'x']}          | tags[1]: expected an integer, got "x"
          {'empty':''}              |
          {'empty':' '}             | empty: expected an integer, got " "
          {'empty':'x'}             | empty: expected an integer, got "x"
          {'empty':5}               |
          {'id':''}                 | id: expected an integer, got ""
          {'trace':'abcd'}          | trace: expected at most 3 characters, got 4
          {'any':{'x':1}}           |
          """)
  void problemsOfArguments(String arguments, String problems) {
    assertThat(
            String.join(
                "; ",
                operation.problemsOfArguments(object(arguments)).stream()
                    .map(ArgumentProblem::toString)
                    .toList()))
        .isEqualTo(problems == null ? "" : problems);
  }

  @Test
  void parametersInXmlAreWrittenAsText() {
    List<ArgumentProblem> problems = new ArrayList<>();
    assertThat(operation.writtenArguments(object("{'id':5,'lamp':{'a':1}}"), problems))
        .isEqualTo(json("{'id':5,'lamp':'<lamp><a>1</a></lamp>'}"));
    assertThat(problems).isEmpty();
    assertThat(operation.writtenArguments(object("{'lamp':{'a b':1}}"), problems).has("lamp"))
        .isTrue();
    assertThat(problems).extracting(ArgumentProblem::place).containsExactly("lamp/a b");
    ObjectNode untouched = object("{'a':{'b':1}}");
    assertThat(validator("{}").writtenArguments(untouched, problems)).isEqualTo(untouched);
  }

  /** The exact status first, then its class, then the default (OpenAPI, Responses Object). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {'id':1}           |
          200 | {'id':1,'x':2}     |
          200 | {'id':'a'}         | body/id: expected an integer, got "a"
          200 | {'id':'a','n':'b'} | body/id: expected an integer, got "a" and 1 more
          200 | {}                 | body/id: is required
          200 | 5                  | body: expected an object, got 5
          201 | []                 |
          201 | {}                 | body: expected an array, got an object
          204 | []                 |
          204 | {}                 | body: expected an array, got an object
          206 | {}                 | body: expected an array, got an object
          404 | {}                 |
          404 | []                 | body: expected an object, got an array
          500 | true               |
          500 | {}                 | body: expected true or false, got an object
          302 | 5                  | body: expected true or false, got 5
          """)
  void responses(int status, String body, String mismatch) {
    assertThat(operation.responseMismatch(status, json(body)))
        .isEqualTo(Optional.ofNullable(mismatch));
  }

  @Test
  void aResponseWithoutASchemaMatches() {
    assertThat(validator("{}").responseMismatch(200, json("{}"))).isEmpty();
    assertThat(
            validator("{'responses':{'2XX':{'content':{'application/json':{'schema':false}}}}}")
                .responseMismatch(404, json("{}")))
        .isEmpty();
  }
}
