package dev.dragoman.runtime.app.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which API of a server a flag or a variable is for: {@code acme} or {@code acme-lab}. */
class SeveralFlagsTest {
  private static final AccessNames SERVER = AccessNames.of("Back Office");
  private static final Map<String, AccessNames> APIS = new LinkedHashMap<>();

  static {
    APIS.put("acme", AccessNames.of("Acme"));
    APIS.put("acme-lab", AccessNames.of("Lab"));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /** Variables are words with an equals sign that do not begin with a hyphen. */
  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    words(text).stream()
        .filter(word -> word.matches("[A-Z_]+=.*"))
        .forEach(word -> variables.put(word.split("=", 2)[0], word.split("=", 2)[1]));
    return variables;
  }

  private static List<String> arguments(String text) {
    return words(text).stream().filter(word -> !word.matches("[A-Z_]+=.*")).toList();
  }

  private static SeveralFlags flags(String text) {
    return SeveralFlags.of(arguments(text), variables(text), SERVER, APIS);
  }

  private static String value(String text, String api, String flag) {
    Flag known = Flag.of(flag).orElseThrow();
    SeveralFlags flags = flags(text);
    CommandLine line = api.equals("-") ? flags.server() : flags.of(api, variables(text));
    return line.isGiven(known) ? line.value(known).value() : "-";
  }

  private static List<String> problems(String text) {
    SeveralFlags flags = flags(text);
    List<String> problems = new ArrayList<>();
    APIS.keySet()
        .forEach(
            id ->
                flags.of(id, variables(text)).problems().stream()
                    .map(problem -> SeveralFlags.named(id, problem))
                    .forEach(problems::add));
    problems.addAll(flags.server().problems());
    return problems;
  }

  /** The value for the server ({@code -}) or an API; {@code -} if it has none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --timeout 7                             | -        | timeout         | 7
          --timeout 7                             | acme     | timeout         | 7
          --timeout 7 --acme-timeout 9            | acme     | timeout         | 9
          --timeout 7 --acme-timeout=9            | acme-lab | timeout         | 7
          --acme-timeout 9                        | -        | timeout         | -
          --acme-lab-timeout 9                    | acme-lab | timeout         | 9
          --acme-lab-timeout 9                    | acme     | timeout         | -
          BACK_OFFICE_TIMEOUT=7                   | acme     | timeout         | 7
          ACME_TIMEOUT=9 BACK_OFFICE_TIMEOUT=7    | acme     | timeout         | 9
          ACME_TIMEOUT=9 --timeout 7              | acme     | timeout         | 9
          ACME_TIMEOUT=9 --acme-timeout 8         | acme     | timeout         | 8
          LAB_TIMEOUT=9                           | acme-lab | timeout         | 9
          ACME_LAB_TIMEOUT=9                      | acme-lab | timeout         | -
          --mock                                  | acme     | mock            | true
          --mock --acme-mock=false                | acme     | mock            | false
          --mock --acme-mock=false                | acme-lab | mock            | true
          --acme-base-url http://a/x=y            | acme     | base-url        | http://a/x=y
          --acme-base-url http://a                | acme-lab | base-url        | -
          --port 8080                             | -        | port            | 8080
          --port 8080                             | acme     | port            | -
          --port 8080                             | acme     | http            | true
          --http                                  | acme     | http            | true
          --audit -                               | -        | audit           | -
          --ways-in api-key                       | acme     | ways-in         | api-key
          --access-ceiling read-only              | acme     | access-ceiling  | read-only
          --acme-access-ceiling read-only         | acme-lab | access-ceiling  | -
          --acme-environment-url a=b --acme-environment-url c=d | acme | environment-url | a=b,c=d
          --feedback off                          | acme     | feedback        | -
          """)
  void aSettingIsForTheApiInItsName(String text, String api, String flag, String value) {
    assertThat(value(text, api, flag)).isEqualTo(value);
  }

  /** Each fault is one problem; several of them have a semicolon between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --acme-port 8080                 | --acme-port applies to the whole server: --port.
          --acme-port=8080                 | --acme-port applies to the whole server: --port.
          --acme-http                      | --acme-http applies to the whole server: --http.
          --acme-mock --acme-audit a.log   | --acme-audit applies to the whole server: --audit.
          --acme-timeout --acme-port 8080  | acme: --acme-timeout requires a value: --acme-timeout SECONDS.;--acme-port applies to the whole server: --port.
          --acme-search-log a.log          | --acme-search-log is for servers of one API.
          --acme-oauth-issuer=http://a     | --acme-oauth-issuer is for servers of one API.
          --search-log a.log               | --search-log is for servers of one API.
          ACME_SEARCH_LOG=a.log            | ACME_SEARCH_LOG is for servers of one API.
          LAB_OAUTH_ISSUER=http://a        | LAB_OAUTH_ISSUER is for servers of one API.
          BACK_OFFICE_OAUTH_ISSUER=http://a | BACK_OFFICE_OAUTH_ISSUER is for servers of one API.
          ACME_AUDIT=a.log                 | ACME_AUDIT applies to the whole server: BACK_OFFICE_AUDIT.
          ACME_PORT=80 --acme-port 81      | --acme-port applies to the whole server: --port.
          --base-url http://a              | --base-url does not say which API it is for: --acme-base-url or --acme-lab-base-url.
          BACK_OFFICE_BASE_URL=http://a    | BACK_OFFICE_BASE_URL does not say which API it is for: --acme-base-url or --acme-lab-base-url.
          --acme-tiemout 7                 | Unknown flag --acme-tiemout; --help lists them.
          --lab-timeout 7                  | Unknown flag --lab-timeout; --help lists them.
          --acme-timeout 7 --acme-timeout 8 | acme: --acme-timeout is given twice with different values.
          --acme-timeout 7 --acme-timeout 7 | ``
          --acme-mock 8080                 | acme: Unknown flag 8080; --help lists them.
          --acme-audit a --acme-audit=b --acme-base-url http://a | --acme-audit applies to the whole server: --audit.
          --access-ceiling read-only --acme-access-ceiling full-access | The access ceiling of acme exceeds --access-ceiling read-only, which applies to every API.
          --access-ceiling read-only LAB_ACCESS_CEILING=full-access    | The access ceiling of acme-lab exceeds --access-ceiling read-only, which applies to every API.
          --access-ceiling full-access --acme-access-ceiling read-only | ``
          """)
  void whatIsNotClearIsRefusedOnce(String text, String expected) {
    assertThat(problems(text))
        .containsExactlyElementsOf(
            expected.isEmpty() ? List.of() : Arrays.asList(expected.split(";(?=--)")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --base-url is not a URL.             | acme: --acme-base-url is not a URL.
          Use --mock or --base-url URL.        | acme: Use --acme-mock or --acme-base-url URL.
          --no-such-flag and -- and --x        | acme: --no-such-flag and -- and --x
          ACME_BASE_URL is not a URL.          | acme: ACME_BASE_URL is not a URL.
          Unknown flag 8080; --help lists them. | acme: Unknown flag 8080; --help lists them.
          costs $1 \\0                         | acme: costs $1 \\0
          """)
  void aMessageNamesTheFlagsOfItsApi(String message, String named) {
    assertThat(SeveralFlags.named("acme", message)).isEqualTo(named);
  }
}
