package dev.dragoman.generator.plan.wire.expected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.plan.wire.expected.Expansion.Operator;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of RFC 6570, section 3.2, and of OpenAPI 3.2, "Style Examples", as they are printed
 * there.
 */
class ExpansionTest {
  private static final String VALUES =
      """
      {"var": "value", "hello": "Hello World!", "half": "50%", "who": "fred", "empty": "",
       "undef": null, "x": 1024, "v": 6, "path": "/foo/bar", "empty_keys": {}, "none": [],
       "list": ["red", "green", "blue"], "keys": {"semi": ";", "dot": ".", "comma": ","},
       "array": ["blue", "black", "brown"], "object": {"R": 100, "G": 200, "B": 150},
       "gap": ["a", null, "b"], "nested": {"a": {"b": 1}, "c": [2, {"d": 3}]}}
      """;
  private static final JsonNode GIVEN = JsonMapper.shared().readTree(VALUES);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "var value",
        "hello Hello%20World%21",
        "half 50%25",
        "empty ~~",
        "x 1024",
        "path %2Ffoo%2Fbar",
        "list red,green,blue",
        "list* red,green,blue",
        "keys semi,%3B,dot,.,comma,%2C",
        "keys* semi=%3B,dot=.,comma=%2C",
        "gap a,b",
      })
  void simple(String variable, String expected) {
    assertThat(expand(Operator.SIMPLE, Style.SIMPLE, variable)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "who .fred",
        "half .50%25",
        "empty .",
        "list .red,green,blue",
        "list* .red.green.blue",
        "keys .semi,%3B,dot,.,comma,%2C",
        "keys* .semi=%3B.dot=..comma=%2C",
        "array .blue,black,brown",
        "object* .R=100.G=200.B=150",
      })
  void label(String variable, String expected) {
    assertThat(expand(Operator.ofSegment(Style.LABEL), Style.LABEL, variable)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "who ;who=fred",
        "half ;half=50%25",
        "empty ;empty",
        "list ;list=red,green,blue",
        "list* ;list=red;list=green;list=blue",
        "keys ;keys=semi,%3B,dot,.,comma,%2C",
        "keys* ;semi=%3B;dot=.;comma=%2C",
        "object ;object=R,100,G,200,B,150",
      })
  void matrix(String variable, String expected) {
    assertThat(expand(Operator.ofSegment(Style.MATRIX), Style.MATRIX, variable)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "FORM who who=fred",
        "FORM half half=50%25",
        "FORM empty empty=",
        "FORM list list=red,green,blue",
        "FORM list* list=red&list=green&list=blue",
        "FORM keys keys=semi,%3B,dot,.,comma,%2C",
        "FORM keys* semi=%3B&dot=.&comma=%2C",
        "SPACE_DELIMITED array array=blue%20black%20brown",
        "SPACE_DELIMITED object object=R%20100%20G%20200%20B%20150",
        "SPACE_DELIMITED array* array=blue&array=black&array=brown",
        "PIPE_DELIMITED array array=blue%7Cblack%7Cbrown",
        "PIPE_DELIMITED object object=R%7C100%7CG%7C200%7CB%7C150",
        "TAB_DELIMITED array array=blue%09black%09brown",
        "DEEP_OBJECT object* object%5BR%5D=100&object%5BG%5D=200&object%5BB%5D=150",
        "DEEP_OBJECT nested* nested%5Ba%5D%5Bb%5D=1&nested%5Bc%5D%5B0%5D=2&nested%5Bc%5D%5B1%5D%5Bd%5D=3",
      })
  void query(Style style, String variable, String expected) {
    assertThat(expand(Operator.QUERY, style, variable)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"undef", "none", "none*", "empty_keys", "empty_keys*"})
  void whatIsUndefinedIsLeftOut(String variable) {
    assertThat(expand(Operator.QUERY, Style.FORM, variable)).isEmpty();
    assertThat(expand(Operator.SIMPLE, Style.SIMPLE, variable)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "UNRESERVED aZ09-._~ aZ09-._~",
        "UNRESERVED é€*+/%41 %C3%A9%E2%82%AC%2A%2B%2F%2541",
        "QUERY a/b?c=d&e+f#g[h]%41%4 a/b?c=d%26e%2Bf%23g%5Bh%5D%41%254",
        "SEGMENT a/b?c:@%2f a%2Fb%3Fc:@%2f",
        "RESERVED a/b?#[]&+;,= a/b?#[]&+;,=",
        "FORM a~b*c+d/é a%7Eb*c%2Bd%2F%C3%A9",
        "NONE a/é a/é",
      })
  void characters(Escape escape, String text, String expected) {
    assertThat(escape.of(text)).isEqualTo(expected);
  }

  private static Optional<String> expand(Operator operator, Style style, String variable) {
    boolean explode = variable.endsWith("*");
    String name = explode ? variable.substring(0, variable.length() - 1) : variable;
    Escape escape = Escape.UNRESERVED;
    return new Expansion(operator, style, explode, escape, escape).of(name, GIVEN.path(name));
  }
}
