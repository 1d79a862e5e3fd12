package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keywords for arrays: what a request is refused for. Apostrophes are quotation marks. */
class ArrayTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'contains':{'const':1}}                                | [1]     |
          {'contains':{'const':1}}                                | [2,1,3] |
          {'contains':{'const':1}}                                | []      | v: items that match the schema in contains: 0
          {'contains':{'const':1},'minContains':0}                | []      |
          {'contains':{'const':1},'minContains':2}                | [1,1]   |
          {'contains':{'const':1},'minContains':2}                | [1,2]   | v: items that match the schema in contains: 1
          {'contains':{'const':1},'maxContains':1}                | [1]     |
          {'contains':{'const':1},'maxContains':1}                | [1,1]   | v: items that match the schema in contains: 2
          {'contains':{'const':1},'minContains':1,'maxContains':2}| [1,1]   |
          {'contains':{'const':1},'minContains':0,'maxContains':0}| [1]     | v: items that match the schema in contains: 1
          {'contains':{'const':1}}                                | 'text'  |
          {'contains':{'const':1}}                                | {}      |
          {'minContains':2}                                       | []      |
          {'contains':{'pattern':'(?=a)'},'maxContains':1}        | ['a','b','c'] |
          {'contains':{'pattern':'(?=a)'},'minContains':4}        | ['a','b','c'] | v: items that match the schema in contains: 3
          {'uniqueItems':true}                                    | []      |
          {'uniqueItems':true}                                    | [1,'1',true,null,[1],{'a':1}] |
          {'uniqueItems':true}                                    | [1,1.0] | v[1]: is the same as item 0; items must be unique
          {'uniqueItems':true}                                    | [{'a':1,'b':2},3,{'b':2,'a':1}] | v[2]: is the same as item 0; items must be unique
          {'uniqueItems':true}                                    | [[1,2],[2,1]] |
          {'uniqueItems':true}                                    | [0,1,0,1] | v[2]: is the same as item 0; items must be unique
          {'uniqueItems':false}                                   | [1,1]   |
          {'prefixItems':[{'type':'string'}]}                     | [1,2]   | v[0]: expected a string, got 1
          {'prefixItems':[{'type':'string'}]}                     | []      |
          {'prefixItems':[{'type':'string'}],'items':{'type':'integer'}} | ['a','b'] | v[1]: expected an integer, got "b"
          {'items':[{'type':'string'}],'additionalItems':{'type':'integer'}} | ['a','b'] | v[1]: expected an integer, got "b"
          {'items':[{'type':'string'}],'additionalItems':false}   | ['a',1] | v[1]: is not allowed here
          {'items':{'type':'string'},'additionalItems':false}     | ['a','b'] |
          {'items':false}                                         | []      |
          {'items':false}                                         | [1]     | v[0]: is not allowed here
          {'minItems':0}                                          | []      |
          {'minItems':1,'maxItems':1}                             | []      | v: expected at least 1 item, got 0
          {'minItems':1,'maxItems':1}                             | [1]     |
          {'minItems':1,'maxItems':1}                             | [1,2]   | v: expected at most 1 item, got 2
          {'minItems':1.0}                                        | []      | v: expected at least 1 item, got 0
          {'minItems':-1}                                         | []      |
          {'maxItems':'1'}                                        | [1,2]   |
          {'minItems':1}                                          | {}      |
          {'minProperties':1}                                     | []      |
          """)
  void arrays(String schema, String value, String problems) {
    assertThat(problems(schema, value, Validation.Mode.REQUEST))
        .isEqualTo(problems == null ? "" : problems);
  }

  /** A response is taken as it comes: counts and duplicates are the API's affair. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'contains':{'const':1}}    | []
          {'uniqueItems':true}        | [1,1]
          {'minItems':1}              | []
          {'maxItems':1}              | [1,2]
          {'not':{'type':'array'}}    | []
          {'if':{},'then':false}      | []
          {'items':{'enum':[1]}}      | [2]
          {'items':{'maximum':1}}     | [2]
          {'items':{'minLength':2}}   | ['a']
          {'items':{'pattern':'^b'}}  | ['a']
          {'items':{'format':'uuid'}} | ['a']
          {'maxProperties':0}         | {'a':1}
          """)
  void responses(String schema, String value) {
    assertThat(problems(schema, value, Validation.Mode.RESPONSE)).isEmpty();
    assertThat(problems(schema, value, Validation.Mode.REQUEST)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void typesAreCheckedInEveryMode(Validation.Mode mode) {
    assertThat(problems("{'items':{'type':'integer'}}", "['a']", mode))
        .isEqualTo("v[0]: expected an integer, got \"a\"");
    assertThat(problems("{'required':['a']}", "{}", mode)).isEqualTo("v/a: is required");
  }

  /** In forms, a file stands for the text or the bytes that the schema describes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'string','maxLength':2}     | {'base64':'YWJj'} | FORM    | true
          {'type':'string','format':'binary'} | {'base64':'YWJj'} | FORM    | true
          {'type':'integer'}                  | {'base64':'YWJj'} | FORM    | true
          {'type':'string'}                   | {'base64':'YWJj'} | REQUEST | false
          {'type':'string'}                   | {'a':1}           | FORM    | false
          {'type':'object','required':['a']}  | {'base64':'YWJj'} | FORM    | false
          {'required':['a']}                  | {'base64':'YWJj'} | FORM    | false
          """)
  void files(String schema, String value, Validation.Mode mode, boolean passes) {
    assertThat(problems(schema, value, mode).isEmpty()).isEqualTo(passes);
  }

  private static String problems(String schema, String value, Validation.Mode mode) {
    Validation validation = new Validation(mode);
    new SchemaCache(reference -> Optional.empty())
        .reader("test")
        .read(Json.of(schema.replace('\'', '"')))
        .check(InstanceLocation.of("v"), Json.of(value.replace('\'', '"')), validation);
    return validation.problems().stream()
        .map(ArgumentProblem::toString)
        .collect(Collectors.joining("; "));
  }
}
