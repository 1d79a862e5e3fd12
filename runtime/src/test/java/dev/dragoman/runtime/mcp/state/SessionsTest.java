package dev.dragoman.runtime.mcp.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.seal.StateSeal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Data that a client carries for the server: what was sealed is what is opened, or nothing. */
class SessionsTest {
  private static final StateKey KEY = StateKey.of("k".repeat(32));

  private final Sessions sessions = new Sessions(KEY);

  private static IncomingMessage.Request initialize(String version, String capabilities) {
    return new IncomingMessage.Request(
        Json.of("1"),
        "initialize",
        (ObjectNode)
            Json.of(
                "{\"protocolVersion\": %s, \"capabilities\": %s}"
                    .formatted(version, capabilities)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"elicitation\":{}}                              | ELICITATION",
        "{\"roots\":{}}                                    | ROOTS",
        "{\"sampling\":{},\"roots\":{}}                    | SAMPLING ROOTS",
        "{\"elicitation\":{},\"sampling\":{},\"roots\":{}} | ELICITATION SAMPLING ROOTS"
      })
  void anIdContainsWhatTheClientDeclared(String capabilities, String expected) {
    String id = sessions.open(initialize("\"2025-11-25\"", capabilities)).orElseThrow();
    List<String> found = new Sessions(KEY).find(id).orElseThrow().stream().map(Enum::name).toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
    assertThat(id).as("valid in a header").matches("[A-Za-z0-9_-]{20,200}");
  }

  /** Elicitation exists since 2025-06-18; a client of before cannot be asked. */
  @ParameterizedTest
  @CsvSource({
    "'\"2025-03-26\"', false",
    "'\"2025-06-18\"', true",
    "'\"2025-11-25\"', true",
    "'\"2026-07-28\"', true",
    "'\"1999-01-01\"', true",
    "1,                false",
    "null,             false"
  })
  void onlyClientsOfLaterVersionsGetAnId(String version, boolean id) {
    assertThat(sessions.open(initialize(version, "{\"elicitation\":{}}")).isPresent())
        .isEqualTo(id);
  }

  @Test
  void onlyInitializeOpensASession() {
    assertThat(sessions.open(initialize("\"2025-11-25\"", "{}"))).isEmpty();
    assertThat(
            sessions.open(
                new IncomingMessage.Request(
                    Json.of("1"), "ping", initialize("\"2025-11-25\"", "{\"roots\":{}}").params())))
        .isEmpty();
    assertThat(sessions.open(new IncomingMessage.Response(null, null))).isEmpty();
  }

  @Test
  void idsOfEqualClientsDiffer() {
    IncomingMessage.Request message = initialize("\"2025-11-25\"", "{\"roots\":{}}");
    assertThat(sessions.open(message)).isNotEqualTo(sessions.open(message));
  }

  @Test
  void everyChangeOfAnIdIsNoticed() {
    String id = sessions.open(initialize("\"2025-11-25\"", "{\"roots\":{}}")).orElseThrow();
    byte[] bytes = Base64.getUrlDecoder().decode(id);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      assertThat(sessions.find(Base64.getUrlEncoder().encodeToString(bytes)))
          .as("byte " + i)
          .isEmpty();
      bytes[i] ^= 1;
    }
    assertThat(sessions.find(id)).hasValue(Set.of(ClientCapability.ROOTS));
  }

  @Test
  void anIdOfAnotherKeyIsUnknown() {
    String id = sessions.open(initialize("\"2025-11-25\"", "{\"roots\":{}}")).orElseThrow();
    assertThat(new Sessions(StateKey.random()).find(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "!", "AAAA", "ä", "a b"})
  void whatWasNeverAnIdIsUnknown(String id) {
    assertThat(sessions.find(id)).isEmpty();
    assertThat(sessions.find("A".repeat(8_192))).isEmpty();
    assertThat(sessions.find("A".repeat(10_000_000))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aSealIsForOnePurpose() {
    String sealed = new StateSeal(KEY, "other").close(new byte[17], List.of());
    assertThat(sessions.find(sealed)).isEmpty();
    assertThat(new StateSeal(KEY, "other").open(sealed, List.of())).hasValue(new byte[17]);
    String session = new StateSeal(KEY, "session").close(new byte[16], List.of());
    assertThat(sessions.find(session)).as("too short").isEmpty();
  }

  /** Parts are told apart by their lengths, not only by their bytes. */
  @ParameterizedTest
  @CsvSource({"ab|c, a|bc", "abc, ab|c", "a|b, b|a", "a, a|", "'', |"})
  void aSealIsForOneContext(String sealedFor, String openedFor) {
    StateSeal seal = new StateSeal(KEY, "p");
    String sealed = seal.close(bytes("x"), context(sealedFor));
    assertThat(seal.open(sealed, context(openedFor))).isEmpty();
    assertThat(seal.open(sealed, context(sealedFor))).hasValue(bytes("x"));
  }

  private static List<byte[]> context(String parts) {
    return List.of(parts.split("\\|", -1)).stream().map(SessionsTest::bytes).toList();
  }

  @ParameterizedTest
  @CsvSource({"31, false", "32, true"})
  void aSharedKeyIsLongEnough(int length, boolean accepted) {
    String text = "x".repeat(length);
    if (accepted) {
      assertThat(StateKey.of(text)).hasToString("***");
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StateKey.of(text))
          .withMessage("must contain at least 32 characters");
    }
  }
}
