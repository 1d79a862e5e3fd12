package dev.dragoman.runtime.tool.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.tool.ToolInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What {@code wait} may be. Apostrophes are quotation marks. */
class WaitRequestTest {
  private static ToolInput input(String wait) {
    ObjectNode arguments = (ObjectNode) Json.of("{\"wait\":" + wait.replace('\'', '"') + "}");
    return ToolInput.of("execute", arguments, List.of("wait"));
  }

  /** What is read is also what a call that goes on waiting is given. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'until':{'s':['a','b']},'seconds':5}      | 60 | {'until':{'s':['a','b']},'seconds':5}
          {'until':{'s':'a'}}                        | 60 | {'until':{'s':['a']},'seconds':30}
          {'until':{'s':'a'}}                        | 10 | {'until':{'s':['a']},'seconds':10}
          {'until':{'s':'a'},'seconds':60}           | 60 | {'until':{'s':['a']},'seconds':60}
          {'until':{'s':'a'},'seconds':'7'}          | 60 | {'until':{'s':['a']},'seconds':7}
          {'until':{'s':[true,1.5,null,'']}}         | 60 | {'until':{'s':['true','1.5','null','']},'seconds':30}
          {'until':{'jobs[*].state':'a','/t':'b'}}   | 60 | {'until':{'jobs.state':['a'],'/t':['b']},'seconds':30}
          {'until':'{\\"s\\":\\"a\\"}'}              | 60 | {'until':{'s':['a']},'seconds':30}
          """)
  void aRequestIsRead(String wait, int most, String read) {
    ToolInput input = input(wait);

    Optional<WaitRequest> request = WaitRequest.read(input, most);

    assertThat(input.problems()).isEmpty();
    assertThat(request.orElseThrow().json()).hasToString(read.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "' '"})
  void withoutAValueThereIsNoWait(String wait) {
    ToolInput input = input(wait);
    assertThat(WaitRequest.read(input, 60)).isEmpty();
    assertThat(input.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'until':{'s':'a'}}                 | 0  | wait is switched off by the operator of this server.
          {}                                  | 60 | wait: wait must have the form {"until": {"status": ["done", "failed"]}, "seconds": 30}.
          {'until':{}}                        | 60 | wait: wait must have the form {"until": {"status": ["done", "failed"]}, "seconds": 30}.
          {'until':{'s':'a'},'seconds':0}     | 60 | wait: seconds must be an integer from 1 to 60.
          {'until':{'s':'a'},'seconds':61}    | 60 | wait: seconds must be an integer from 1 to 60.
          {'until':{'s':'a'},'for':1}         | 60 | wait: "for" is not an argument of wait; it takes until, seconds.
          {'until':{'s':[]}}                  | 60 | wait: wait.until.s must be a list of one to 20 strings, numbers or booleans.
          {'until':{'s':{'a':1}}}             | 60 | wait: wait.until.s must be a list of one to 20 strings, numbers or booleans.
          {'until':{'s':['a',[]]}}            | 60 | wait: wait.until.s must be a list of one to 20 strings, numbers or booleans.
          {'until':{'a..b':'a','c':'d'}}      | 60 | wait: wait.until: "a..b" is not a path: it has an empty step.
          true                                | 60 | wait must be an object of values by name, not a boolean.
          """)
  void whatIsWrongIsNamed(String wait, int most, String problem) {
    ToolInput input = input(wait);
    assertThat(WaitRequest.read(input, most)).isEmpty();
    assertThat(input.problems()).containsExactly(problem);
  }

  private static String until(int fields, int values, int length) {
    String list =
        IntStream.range(0, values)
            .mapToObj(i -> "\"" + "v".repeat(length) + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    return IntStream.range(0, fields)
        .mapToObj(i -> "\"f" + i + "\":" + list)
        .collect(Collectors.joining(",", "{\"until\":{", "}}"));
  }

  @Test
  void fieldsValuesAndTheirLengthAreBounded() {
    assertThat(WaitRequest.read(input(until(5, 20, 200)), 60)).isPresent();
    assertThat(WaitRequest.read(input(until(6, 1, 1)), 60)).isEmpty();
    assertThat(WaitRequest.read(input(until(1, 21, 1)), 60)).isEmpty();
    assertThat(WaitRequest.read(input(until(1, 1, 201)), 60)).isEmpty();
  }
}
