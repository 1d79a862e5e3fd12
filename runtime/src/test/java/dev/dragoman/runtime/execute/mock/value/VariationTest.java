package dev.dragoman.runtime.execute.mock.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VariationTest {
  private static final JsonNode NO_SCHEMAS = Json.of("{}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7                                       | 1   | 8
          -1                                      | 1   | 0
          99999999999999999999                    | 1   | 100000000000000000000
          "7"                                     | 2   | "9"
          "item-9"                                | 1   | "item-10"
          "A0099"                                 | 1   | "A0100"
          "999"                                   | 1   | "1000"
          "3fa85f64-5717-4562-b3fc-2c963f66afa6"  | 10  | "3fa85f64-5717-4562-b3fc-2c963f66afb0"
          "3fa85f64-5717-4562-b3fc-ffffffffffff"  | 1   | "3fa85f64-5717-4562-b3fc-000000000000"
          "cus_NffrFeUfNV2Hib"                    | 1   | "cus_NffrFeUfNV0001"
          "a1b2c3d4e5f6a7b8"                      | 255 | "a1b2c3d4e5f600ff"
          "eur"                                   | 1   | "eur2"
          ""                                      | 1   | "2"
          1.5                                     | 1   | 1.5
          """)
  void theNextIdIsOfTheSameKind(String id, int index, String expected) {
    ObjectNode item = (ObjectNode) Json.of("{\"id\":" + id + "}");
    Variation variation = variation(NO_SCHEMAS);
    assertThat(variation.of(item, "id", index).path("id")).hasToString(expected);
    assertThat(variation.identity(item, "id", index).path("id")).hasToString(expected);
    assertThat(variation.of(item, "id", 0)).isEqualTo(item);
    assertThat(variation.identity(item, "id", 0)).isEqualTo(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"x\"", "\"item-1\"", "\"cus_NffrFeUfNV2Hib\"", "\"0123456789\""})
  void idsDiffer(String id) {
    ObjectNode item = (ObjectNode) Json.of("{\"id\":" + id + "}");
    Set<String> ids = new HashSet<>();
    for (int index = 0; index < 100; index++) {
      ids.add(variation(NO_SCHEMAS).of(item, "id", index).path("id").asString());
    }
    assertThat(ids).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name       | "Widget"                    | "Widget-2"
          full_name  | "Ada Lovelace"              | "Ada Lovelace 2"
          displayName | "string"                   | "displayName 2"
          email      | "user@example.com"          | "user2@example.com"
          color      | "red"                       | "red"
          color      | "string"                    | "string"
          name       | 5                           | 5
          name       | null                        | null
          name       | {"first":"x"}               | {"first":"x"}
          name       | ["x"]                       | ["x"]
          created    | "2026-03-01"                | "2026-02-28"
          due        | "2026-01-01T09:30:00Z"      | "2025-12-31T09:30:00Z"
          due        | "2026-01-01T09:30:00.120Z"  | "2025-12-31T09:30:00.120Z"
          due        | "2026-01-01T00:00:00+02:00" | "2025-12-31T00:00:00+02:00"
          due        | "2026-01-01T09:30:00.5-0800" | "2025-12-31T09:30:00.5-0800"
          due        | "2026-02-30"                | "2026-02-30"
          due        | "2026-13-01T09:30:00Z"      | "2026-13-01T09:30:00Z"
          due        | "2026-01-01 to 02"          | "2026-01-01 to 02"
          due        | "+26-01-01T"                | "+26-01-01T"
          due        | "0001-01-01T00:00:00"       | "0001-01-01T00:00:00"
          created_at | 1700000000                  | 1699913600
          updated    | 1700000000                  | 1699913600
          created    | 7                           | 7
          created    | true                        | true
          created    | 99999999999999999999        | 99999999999999999999
          amount     | 1700000000                  | 1700000000
          """)
  void namesAndTimesDiffer(String property, String value, String expected) {
    ObjectNode item = (ObjectNode) Json.of("{\"id\":1,\"" + property + "\":" + value + "}");
    assertThat(variation(NO_SCHEMAS).of(item, "id", 1).path(property)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id    | "SM0a"      | {"pattern":"^SM[0-9a-f]{2}$"}           | "SM01"
          id    | "AB"        | {"maxLength":2}                        | "B2"
          code  | "abcdefgh"  | {"maxLength":8}                        | "abcdefgh"
          name  | "Widget"    | {"maxLength":6}                        | "dget-2"
          name  | "Widget"    | {"maxLength":8}                        | "Widget-2"
          name  | "Widget"    | {"maxLength":0}                        | ""
          name  | "😀😀😀"      | {"maxLength":3}                        | "😀-2"
          name  | "a😀b"       | {"maxLength":4}                        | "😀b-2"
          label | "bug"       | {"enum":["bug","ui"]}                  | "bug"
          title | "Mr"        | {"const":"Mr"}                         | "Mr"
          slug  | "widget"    | {"pattern":"^[a-z]+$"}                 | "widget"
          slug  | "widget"    | {"pattern":"^[a-z0-9-]+$"}             | "widget-2"
          """)
  void whatDiffersMatchesItsSchema(String property, String value, String schema, String expected) {
    ObjectNode item = (ObjectNode) Json.of("{\"" + property + "\":" + value + "}");
    JsonNode schemas = Json.of("{\"" + property + "\":" + schema + "}");
    assertThat(variation(schemas).of(item, "", 1).path(property)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "https://api.example.com/things/7"         | "https://api.example.com/things/8"
          "/things/7/labels?of=7"                    | "/things/8/labels?of=7"
          "/things/7.json"                           | "/things/8.json"
          "/things/7{?page}"                         | "/things/8{?page}"
          "/things/70/17"                            | "/things/70/17"
          "7"                                        | "7"
          7                                          | 7
          """)
  void linksLeadToTheItem(String url, String expected) {
    ObjectNode item = (ObjectNode) Json.of("{\"id\":7,\"url\":" + url + "}");
    assertThat(variation(NO_SCHEMAS).of(item, "id", 1).path("url")).hasToString(expected);
  }

  @Test
  void anIdWithSpecialCharactersIsNoPattern() {
    ObjectNode item = (ObjectNode) Json.of("{\"key\":\"a.*$1\",\"url\":\"/x/a.*$1\"}");
    assertThat(variation(NO_SCHEMAS).of(item, "key", 1))
        .hasToString("{\"key\":\"a.*$2\",\"url\":\"/x/a.*$2\"}");
  }

  @Test
  void everyIdOfAnItemDiffersAndTheSampleStays() {
    ObjectNode item = (ObjectNode) Json.of("{\"id\":1,\"key\":\"K-1\",\"nodeId\":null,\"a\":[1]}");
    Variation variation = variation(NO_SCHEMAS);
    assertThat(variation.of(item, "key", 2))
        .hasToString("{\"id\":3,\"key\":\"K-3\",\"nodeId\":null,\"a\":[1]}");
    assertThat(variation.identity(item, "key", 2)).hasToString("{\"id\":3,\"key\":\"K-3\"}");
    assertThat(item.path("id").asInt()).isEqualTo(1);
  }

  private static Variation variation(JsonNode schemas) {
    return new Variation(schemas::path);
  }
}
