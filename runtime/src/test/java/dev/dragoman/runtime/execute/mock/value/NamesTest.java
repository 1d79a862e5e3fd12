package dev.dragoman.runtime.execute.mock.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "page_token, pagetoken",
    "pageToken, pagetoken",
    "page[token], pagetoken",
    "X-Page-2, xpage2",
    "Größe, größe",
    "名前, 名前",
    "ID, id",
    "$, ''"
  })
  void spellingDoesNotMatterButLettersOfEveryScriptDo(String name, String plain) {
    assertThat(Names.plain(name)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"fooBar": 1, "foo_bar": 2}  | foo_bar | foo_bar
          {"fooBar": 1}                | foo_bar | fooBar
          {"名前": 1}                   | 年齢     | none
          {"größe": 1}                 | grüße   | none
          {"@": 1}                     | $       | none
          {"$": 1}                     | $       | $
          {"": 1, "-": 2}              | +       | none
          {}                           | a       | none
          [1]                          | a       | none
          """)
  void aPropertyIsFoundByAnotherSpellingOfItsName(String object, String name, String expected) {
    assertThat(Names.property(Json.of(object), name).orElse("none")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": "n", "id": 1}                     |                | id
          {"name": "n"}                              |                | name
          {"id": 1, "number": 2}                     | issue_number   | number
          {"id": 1, "issueNumber": 2}                | issue_number   | issueNumber
          {"id": 1, "key": "K"}                      | projectIdOrKey | key
          {"id": 1, "uuid": "u"}                     | thing_uuid     | uuid
          {"id": 1, "sid": "SM1"}                    | MessageSid     | sid
          {"name": "Ada L.", "username": "ada"}      | username       | username
          {"name": "Ada L.", "username": "ada"}      | user_username  | username
          {"name": "Ada L.", "login": "ada"}         | username       | login
          {"id": 1, "customer": "x"}                 | customer       | id
          {"customer": "x", "a": 1}                  | customer       | customer
          {"id": null, "key": "K"}                   | id             | key
          {"id": true, "code": "C"}                  | id             | code
          {"id": {"value": 1}, "slug": "s"}          | id             | slug
          {"a": 1}                                   | id             | none
          {"$": 1, "a": 2}                           |                | none
          {}                                         | id             | none
          """)
  void theIdIsThePropertyThatTheVariableNames(String item, String variable, String expected) {
    assertThat(Names.id(Json.of(item), variable == null ? "" : variable).orElse("none"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"key": "K", "name": "n", "id": 1}         |      | key,id
          {"key": "K", "name": "n", "id": 1}         | name | key,name,id
          {"id": null, "number": false, "sid": [1]}  | id   | ``
          {"node_id": "x", "nodeName": "y"}          |      | node_id
          """)
  void anItemMayBeKnownBySeveralIds(String item, String main, String expected) {
    List<String> names = Names.identity(Json.of(item), main == null ? "" : main);
    assertThat(String.join(",", names)).isEqualTo(expected == null ? "" : expected);
  }
}
