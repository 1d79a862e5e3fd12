package dev.dragoman.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What untrusted JSON is read as, and where it ends. */
class JsonReaderTest {
  private static final JsonReader CLIENTS = JsonReader.forClients();
  private static final JsonReader RESPONSES = JsonReader.forResponses();

  /** The value as it is written again; nothing where it is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text                | client            | response
          {"a":1}             | {"a":1}           | {"a":1}
          ` [1 , 2] `         | [1,2]             | [1,2]
          5                   | 5                 | 5
          "a"                 | "a"               | "a"
          null                | null              | null
          {"a":1,"a":2}       |                   | {"a":2}
          {"a":{"b":1,"b":2}} |                   | {"a":{"b":2}}
          [1,2]]              |                   |
          {} {}               |                   |
          1 2                 |                   |
          [1,]                |                   |
          {"a":1,}            |                   |
          {a:1}               |                   |
          {'a':1}             |                   |
          [01]                |                   |
          [+1]                |                   |
          [.5]                |                   |
          [NaN]               |                   |
          [1] // why          |                   |
          [                   |                   |
          "a                  |                   |
          tru                 |                   |
          [1.10,1e2]          | [1.10,100]        | [1.10,100]
          12345678901234567890123 | 12345678901234567890123 | 12345678901234567890123
          [1e2147483647123]   |                   |
          [1e-2147483649]     |                   |
          """,
      useHeadersInDisplayName = true)
  void texts(String text, String client, String response) {
    assertThat(CLIENTS.find(text).map(JsonWriter::write).orElse(null)).isEqualTo(client);
    assertThat(RESPONSES.find(text).map(JsonWriter::write).orElse(null)).isEqualTo(response);
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(CLIENTS.find(bytes).map(JsonWriter::write).orElse(null)).isEqualTo(client);
  }

  @DisplayName("S15 depth is bounded, for messages and for responses")
  @ParameterizedTest
  @CsvSource({"100, true, true", "101, false, true", "500, false, true", "501, false, false"})
  void depth(int depth, boolean client, boolean response) {
    String text = "[".repeat(depth) + "]".repeat(depth);
    assertThat(CLIENTS.find(text).isPresent()).isEqualTo(client);
    assertThat(RESPONSES.find(text).isPresent()).isEqualTo(response);
    assertThat(RESPONSES.find(text.getBytes(UTF_8)).isPresent()).isEqualTo(response);
  }

  /** The brackets count, too. */
  @DisplayName("S15 the number of values is bounded")
  @Test
  void values() {
    int most = JsonReader.MAX_VALUES - 2;
    assertThat(CLIENTS.find(list(most))).isPresent();
    assertThat(CLIENTS.find(list(most + 1))).isEmpty();
    assertThat(CLIENTS.find(list(most + 1).getBytes(UTF_8))).isEmpty();
    assertThat(RESPONSES.find(list(700_000 - 2))).isPresent();
    assertThat(RESPONSES.find(list(700_000 - 1).getBytes(UTF_8))).isEmpty();
  }

  private static String list(int values) {
    return "[" + "1,".repeat(values - 1) + "1]";
  }

  @Test
  void anExponentBeyondAnyNumberIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> CLIENTS.read("{\"a\":1,\n\"b\":1e2147483647123}"))
        .isInstanceOfSatisfying(
            JacksonException.class,
            refused -> {
              assertThat(refused.getOriginalMessage())
                  .isEqualTo("The exponent of a number is too large.");
              assertThat(refused.getLocation().getLineNr()).isEqualTo(2);
              assertThat(refused.getLocation().getColumnNr()).isEqualTo(5);
            });
    assertThatThrownBy(() -> CLIENTS.read("[1e2147483647123]".getBytes(UTF_8)))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void messagesAreUtf8() throws CharacterCodingException {
    assertThat(CLIENTS.readUtf8("\"é😀\"".getBytes(UTF_8)).stringValue()).isEqualTo("é😀");
    byte[] half = {'"', (byte) 0xC3, '"'};
    assertThatThrownBy(() -> CLIENTS.readUtf8(half)).isInstanceOf(CharacterCodingException.class);
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
    assertThatThrownBy(() -> CLIENTS.readUtf8(overlong))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> CLIENTS.readUtf8("[1]".getBytes(UTF_16BE)))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void responsesMayBeUtf16() {
    assertThat(RESPONSES.find("[1]".getBytes(UTF_16BE)).map(JsonNode::size)).contains(1);
  }

  @Test
  void nothingIsNotAValue() {
    assertThat(CLIENTS.read("").isMissingNode()).isTrue();
    assertThat(CLIENTS.read(" \n").isMissingNode()).isTrue();
    assertThat(CLIENTS.find("")).isEmpty();
    assertThat(CLIENTS.find(new byte[0])).isEmpty();
  }
}
