package dev.dragoman.runtime.app.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How arguments and variables are read. Words have a blank between; {@code ␠} is one inside. */
class CommandLineTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");

  private static CommandLine line(String text) {
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> arguments =
        Arrays.stream(text.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace('␠', ' '))
            .toList();
    Map<Boolean, List<String>> words =
        arguments.stream().collect(Collectors.partitioningBy(word -> word.startsWith("ACME_")));
    words.get(true).forEach(word -> environment.put(word.split("=", 2)[0], word.split("=", 2)[1]));
    return CommandLine.of(words.get(false), environment, NAMES);
  }

  /** The source and the value of a flag; without either, {@code -}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                | port         | -
          --port 80                         | port         | --port=80
          --port=80                         | port         | --port=80
          --port=                           | port         | --port=
          --base-url http://a?b=c           | base-url     | --base-url=http://a?b=c
          --base-url=http://a?b=c           | base-url     | --base-url=http://a?b=c
          --audit -                         | audit        | --audit=-
          --timeout -5                      | timeout      | --timeout=-5
          --mock                            | mock         | --mock=true
          --mock=false                      | mock         | --mock=false
          --mock --port 80                  | mock         | --mock=true
          --port 80 --port 80               | port         | --port=80
          --allowed-host a --allowed-host=b,c | allowed-host | --allowed-host=a,b,c
          ACME_PORT=80                      | port         | ACME_PORT=80
          ACME_PORT=80 --port 81            | port         | --port=81
          ACME_ALLOWED_HOST=a --allowed-host b | allowed-host | --allowed-host=b
          ACME_MOCK=true                    | mock         | ACME_MOCK=true
          ACME_HELP=true                    | help         | -
          ACME_HTTP=true                    | http         | ACME_HTTP=true
          ACME_HTTP=true --stdio            | http         | -
          ACME_STDIO=true --http            | stdio        | -
          ACME_STDIO=true --port 80         | stdio        | -
          ACME_STDIO=true --mock            | stdio        | ACME_STDIO=true
          ACME_OAUTH_CLIENT_SECRET=s        | oauth-client-secret | ACME_OAUTH_CLIENT_SECRET=s
          """)
  void aFlagTakesPrecedenceOverItsVariable(String text, String flag, String expected) {
    CommandLine line = line(text);
    Flag known = Flag.of(flag).orElseThrow();
    CommandLine.Given given = line.value(known);

    assertThat(line.isGiven(known) ? given.source() + "=" + given.value() : "-")
        .isEqualTo(expected);
    assertThat(line.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ACME_PORT=", "ACME_PORT=␠␠", "ACME_PROT=80", "ACME=80"})
  void aBlankOrOtherVariableIsNothing(String text) {
    CommandLine line = line(text);
    assertThat(line.isGiven(Flag.PORT)).isFalse();
    assertThat(line.value(Flag.PORT)).isEqualTo(new CommandLine.Given("--port", "8080"));
  }

  /** Several problems have a semicolon between. A mistyped flag may be a pasted key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --prot 80                    | Unknown flag --prot; --help lists them.
          --prot 80 90 --mock          | Unknown flag --prot; --help lists them.
          80                           | Unknown flag 80; --help lists them.
          -p 80                        | Unknown flag -p; --help lists them.
          --PORT 80                    | Unknown flag --PORT; --help lists them.
          --                           | Unknown flag --; --help lists them.
          sk-1234567890123456789012345 | Unknown flag sk-12345…; --help lists them.
          --key=sk-12345678901234567890 | Unknown flag --key; --help lists them.
          --é😀                        | Unknown flag --??; --help lists them.
          --port                       | --port requires a value: --port N.
          --port --mock                | --port requires a value: --port N.
          --port 80 --port=81          | --port is given twice with different values.
          --mock --mock=false          | --mock is given twice with different values.
          --mock true                  | Unknown flag true; --help lists them.
          --oauth-client-secret=s3cret | --oauth-client-secret can only be set by the variable ACME_OAUTH_CLIENT_SECRET.
          --oauth-client-id id --x y   | --oauth-client-id can only be set by the variable ACME_OAUTH_CLIENT_ID.;Unknown flag --x; --help lists them.
          """)
  void eachFaultIsNamedOnce(String text, String problems) {
    assertThat(line(text).problems())
        .containsExactlyElementsOf(Arrays.asList(problems.split("(?<=\\.);")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --timeout=1                    | 1   | -
          --timeout=600                  | 600 | -
          --timeout=0600                 | 600 | -
          --timeout=0                    | 1   | --timeout must be a number from 1 to 600.
          --timeout=601                  | 1   | --timeout must be a number from 1 to 600.
          --timeout=1234567              | 1   | --timeout must be a number from 1 to 600.
          --timeout=1.0                  | 1   | --timeout must be a number from 1 to 600.
          --timeout=+5                   | 1   | --timeout must be a number from 1 to 600.
          --timeout=٣                    | 1   | --timeout must be a number from 1 to 600.
          --timeout=                     | 1   | --timeout must be a number from 1 to 600.
          ACME_TIMEOUT=never             | 1   | ACME_TIMEOUT must be a number from 1 to 600.
          """)
  void aNumberIsWithinItsBounds(String text, int number, String problem) {
    CommandLine line = line(text);
    assertThat(line.integer(Flag.TIMEOUT, 1, 600)).isEqualTo(number);
    assertThat(line.problems()).isEqualTo(problem.equals("-") ? List.of() : List.of(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "--allowed-host=a, a",
    "'--allowed-host=,a,,b,', a+b",
    "--allowed-host=␠a␠, a"
  })
  void aListHasNoBlankItems(String text, String items) {
    assertThat(String.join("+", line(text).list(Flag.ALLOWED_HOST))).isEqualTo(items);
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, ''",
    "--mock, true, ''",
    "--mock=false, false, ''",
    "--mock=yes, false, --mock",
    "ACME_MOCK=TRUE, false, ACME_MOCK"
  })
  void aSwitchIsTrueOrFalse(String text, boolean on, String wrong) {
    CommandLine line = line(text);
    assertThat(line.isOn(Flag.MOCK)).isEqualTo(on);
    assertThat(line.problems())
        .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong + " must be true or false."));
  }

  /** Two flags whose variables were the same could not be told apart. */
  @Test
  void everyFlagHasAVariableOfItsOwn() {
    assertThat(Stream.of(Flag.values()).map(flag -> flag.variable(NAMES))).doesNotHaveDuplicates();
    assertThat(Stream.of(Flag.values()).map(Flag::word))
        .allMatch(word -> Flag.of(word).isPresent())
        .allMatch(word -> word.matches("[a-z]+(-[a-z]+)*"));
  }
}
