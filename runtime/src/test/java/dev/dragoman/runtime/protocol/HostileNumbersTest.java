package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that the grammar of JSON allows and that no computer wants to work with. */
class HostileNumbersTest {
  private static final Message PING = Message.in("2025-11-25").asks("ping");

  private static Message with(String number) {
    return Message.in("2025-11-25")
        .says(
            "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"tools/call\", \"params\": {\"name\":"
                + " \"echo\", \"arguments\": {\"value\": ["
                + number
                + "]}}}");
  }

  @ParameterizedTest(name = "S15 {0} ends nothing")
  @ValueSource(
      strings = {
        // Newer Java versions can hold an exponent of 2147483648.
        "1e2147483650",
        "1e99999999999",
        "-1E+99999999999999999999999999999999",
        "1e-99999999999",
        "0e99999999999",
        "123456789e2147483647123"
      })
  void unreadableNumbersAreParseErrors(String number) {
    for (TestServer server : new TestServer[] {new HttpTestServer(), new StdioTestServer()}) {
      try (server) {
        Answer answer = server.send(with(number));
        assertThat(answer.at("/error/code").asInt(0)).isEqualTo(-32700);
        assertThat(answer.at("/error/message").asString(""))
            .contains("too large an exponent (column ");
        assertThat(server.send(PING).at("/result").isObject()).as("goes on").isTrue();
      }
    }
  }

  @ParameterizedTest(name = "S15 {0} keeps its digits and costs nothing")
  @ValueSource(
      strings = {
        "1e1000000",
        "1e999999999",
        "1E+2147483647",
        "-10e2147483647",
        "1e-2147483647",
        "1.50",
        "0.1e-999999999"
      })
  void readableNumbersCostNothing(String number) {
    for (TestServer server : new TestServer[] {new HttpTestServer(), new StdioTestServer()}) {
      long begin = System.nanoTime();
      try (server) {
        Answer answer = server.send(with(number));
        assertThat(answer.at("/result/isError").asBoolean(true)).isFalse();
        assertThat(answer.at("/result/content/0/text").asString("").length()).isLessThan(100);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  @DisplayName("S15 a huge number is no id, and is not written out for it")
  void hugeIds() {
    for (String id : new String[] {"1e1000000", "1e999999999", "1.5"}) {
      String ping = "{\"jsonrpc\": \"2.0\", \"id\": %s, \"method\": \"ping\"}".formatted(id);
      try (HttpTestServer server = new HttpTestServer()) {
        Answer answer = server.send(Message.in("2025-11-25").says(ping));
        assertThat(answer.at("/error/code").asInt(0)).isEqualTo(-32600);
      }
    }
  }

  @Test
  @DisplayName("S15 numbers of many digits are refused before they are read")
  void manyDigits() {
    try (HttpTestServer server = new HttpTestServer()) {
      Answer answer = server.send(with("9".repeat(1_000_000)));
      assertThat(answer.at("/error/code").asInt(0)).isEqualTo(-32700);
      assertThat(answer.at("/error/message").asString("")).contains("number that is too long");
    }
  }
}
