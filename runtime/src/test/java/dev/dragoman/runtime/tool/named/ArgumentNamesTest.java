package dev.dragoman.runtime.tool.named;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.CallArguments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool's arguments become in a call of its operation, and what its problems are called.
 * Apostrophes are quotation marks.
 */
class ArgumentNamesTest {
  private static NamedOperation tool(String members) throws IOException {
    String file =
        "{'tools':[{'name':'t','title':'T','description':'D','operation':'o','access':'read',"
            + "'input':{'type':'object'}"
            + (members.isEmpty() ? "" : "," + members)
            + "}]}";
    byte[] json = file.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ToolFile.read(new ByteArrayInputStream(json)).tools().get(0);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Json.of(text.replace('\'', '"'));
  }

  /** The body after the arguments; {@code -} means that none is sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                               | {}                | {}                | -
          'parameters':{'a':'a'}                           | {'a':1}           | {'a':1}           | -
          'parameters':{'page_size':'page[size]'}          | {'page_size':1}   | {'page[size]':1}  | -
          'parameters':{'a':'a'}                           | {'a':null}        | {'a':null}        | -
          'properties':{'t':'t','u':'ü'}                   | {'u':2,'t':1}     | {}                | {'ü':2,'t':1}
          'properties':{'t':'t'}                           | {}                | {}                | -
          'properties':{'t':'t'}                           | {'t':null}        | {}                | {'t':null}
          'parameters':{'a':'a'},'properties':{'t':'t'}    | {'a':1,'t':[{}]}  | {'a':1}           | {'t':[{}]}
          'properties':{'body':'body'}                     | {'body':'x'}      | {}                | {'body':'x'}
          'body':'body'                                    | {'body':[1]}      | {}                | [1]
          'body':'body'                                    | {'body':null}     | {}                | null
          'body':'body'                                    | {}                | {}                | -
          'parameters':{'a':'a'},'fixedParameters':{'v':2} | {'a':1}           | {'a':1,'v':2}     | -
          'fixedParameters':{'v':{'w':[2]}}                | {}                | {'v':{'w':[2]}}   | -
          'fixedProperties':{'kind':'x'}                   | {}                | {}                | {'kind':'x'}
          'properties':{'t':'t'},'fixedProperties':{'k':1} | {'t':2}           | {}                | {'t':2,'k':1}
          'fixedBody':{'value':{'k':1}}                    | {}                | {}                | {'k':1}
          'fixedBody':{'value':null}                       | {}                | {}                | null
          'fixedBody':{'value':false}                      | {}                | {}                | false
          'parameters':{'a':'v'},'fixedParameters':{'v':2} | {'a':1}           | {'v':2}           | -
          'parameters':{'a':'a'}                           | {'A':1,'b':2}     | {}                | -
          """)
  void aCallOfTheOperation(String members, String given, String arguments, String body)
      throws IOException {
    NamedOperation tool = tool(members);

    CallArguments call = tool.names().arguments(json(given), tool.fixed());

    assertThat(call.arguments()).isEqualTo(json(arguments));
    assertThat(String.valueOf(call.body() == null ? "-" : call.body()))
        .isEqualTo(body.replace('\'', '"'));
    assertThat(call.contentType()).isEmpty();
  }

  /** Calls are independent: what one of them does to a fixed value is not in the next one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'fixedBody':{'value':{'k':[1]}}
          'fixedProperties':{'k':[1]}
          """)
  void fixedValuesAreCopied(String members) throws IOException {
    NamedOperation tool = tool(members);
    ((ObjectNode) tool.names().arguments(json("{}"), tool.fixed()).body()).withArray("k").add(2);

    assertThat(tool.names().arguments(json("{}"), tool.fixed()).body())
        .isEqualTo(json("{'k':[1]}"));
  }

  /** The caller knows the names of the tool only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'parameters':{'a':'a'}                                  | a                 | a
          'parameters':{'page_size':'page[size]'}                 | page[size]        | page_size
          'parameters':{'ids':'ids[]'}                            | ids[][3]          | ids[3]
          'parameters':{'where':'where '}                         | where /a/b        | where/a/b
          'parameters':{'a_b':'a b'}                              | a bc              | a bc
          'parameters':{'filter':'filter','filter_st':'filter[st]'} | filter[st]      | filter_st
          'parameters':{'filter_st':'filter[st]','filter':'filter'} | filter[st]      | filter_st
          'parameters':{'filter':'filter','filter_st':'filter[st]'} | filter/st       | filter/st
          'parameters':{'x':'ids','y':'ids[]'}                    | ids[2]            | x[2]
          'parameters':{'x':'ids','y':'ids[]'}                    | ids[][2]          | y[2]
          'properties':{'first':'first name'}                     | body/first name   | first
          'properties':{'lines':'li nes'}                         | body/li nes[0]/x  | lines[0]/x
          'properties':{'a':'x','b':'x/y'}                        | body/x/y          | b
          'properties':{'body':'body'}                            | body/body         | body
          'parameters':{'p':'first name'},'properties':{'q':'first name'} | body/first name | q
          'parameters':{'p':'first name'},'properties':{'q':'first name'} | first name      | p
          'parameters':{'p':'title '},'body':'body'               | body/title        | body/title
          'properties':{'t':'t'}                                  | body              | body
          'parameters':{'a':'x'}                                  | Authorization     | Authorization
          """)
  void aProblemHasTheNameOfTheTool(String members, String place, String renamed)
      throws IOException {
    ArgumentProblem problem = tool(members).names().renamed(new ArgumentProblem(place, "is bad"));

    assertThat(problem).isEqualTo(new ArgumentProblem(renamed, "is bad"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                             | ``
          'parameters':{'b':'x','a':'y'},'properties':{'c':'z'}          | b a c
          'parameters':{'b':'x'},'body':'body','fixedParameters':{'v':1} | b body
          """)
  void aToolTakesItsOwnArgumentsOnly(String members, String names) throws IOException {
    assertThat(String.join(" ", tool(members).names().all())).isEqualTo(names);
  }
}
