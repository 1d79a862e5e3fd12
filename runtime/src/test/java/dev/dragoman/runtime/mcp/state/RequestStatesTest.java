package dev.dragoman.runtime.mcp.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.seal.StateSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RequestStatesTest {
  private static final Caller ADA = caller("key-a", Optional.empty());
  private static final StateKey KEY = StateKey.of("0123456789abcdef0123456789abcdef");

  private Instant now = Instant.parse("2026-07-28T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final RequestStates states = new RequestStates(KEY, clock);
  private final RequestStates.Subject subject = subject(ADA, "execute", "{\"a\": 1, \"b\": [2]}");
  private final String sealed = states.close("what was asked", subject);

  private static Caller caller(String key, Optional<Grant> grant) {
    return new Caller(
        AccessMode.FULL_ACCESS,
        AuthMode.USER,
        Optional.empty(),
        Optional.of(Secret.of(key)),
        grant,
        Optional.empty());
  }

  private static RequestStates.Subject subject(Caller caller, String tool, String arguments) {
    return new RequestStates.Subject(
        caller.identity(), tool, (ObjectNode) JsonMapper.shared().readTree(arguments));
  }

  @Test
  void comesBackOnceWithTheToolsWords() {
    assertThat(states.open(sealed, subject))
        .contains(new RequestStates.Opened(true, "what was asked"));
    assertThat(states.open(sealed, subject))
        .contains(new RequestStates.Opened(false, "what was asked"));
  }

  /** A tool that asks several times keeps what was typed before in its state. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6_000, 6_100, 100_000, 300_000})
  void comesBackHoweverLongItIs(int length) {
    String state = "é".repeat(length / 2) + "x".repeat(length % 2);
    assertThat(states.open(states.close(state, subject), subject))
        .contains(new RequestStates.Opened(true, state));
  }

  /** Noticed at once rather than when the client returns it. */
  @Test
  void whatCouldNotComeBackIsNotGivenAway() {
    assertThatThrownBy(() -> states.close("x".repeat(400_000), subject))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofVeryManyUsedStatesTheLatestAreRemembered() {
    List<String> all = IntStream.range(0, 10_001).mapToObj(i -> states.close("", subject)).toList();
    all.forEach(one -> assertThat(states.open(one, subject).orElseThrow().fresh()).isTrue());
    assertThat(states.open(all.get(10_000), subject).orElseThrow().fresh()).isFalse();
    assertThat(states.open(all.get(1), subject).orElseThrow().fresh()).isFalse();
  }

  @Test
  void theOrderOfKeysDoesNotMatter() {
    assertThat(states.open(sealed, subject(ADA, "execute", "{\"b\": [2], \"a\": 1}"))).isPresent();
  }

  @Test
  void expires() {
    now = now.plus(Duration.ofMinutes(10));

    assertThat(states.open(sealed, subject)).map(RequestStates.Opened::fresh).contains(false);
  }

  @Test
  void anotherServerWithTheKeyTakesItUp() {
    assertThat(new RequestStates(KEY, clock).open(sealed, subject)).isPresent();
    assertThat(new RequestStates(StateKey.random(), clock).open(sealed, subject)).isEmpty();
  }

  static Stream<RequestStates.Subject> others() {
    String same = "{\"a\": 1, \"b\": [2]}";
    Caller partner =
        new Caller(AccessMode.FULL_ACCESS, AuthMode.PARTNER, Optional.empty(), ADA.credential());
    Caller forOther =
        new Caller(AccessMode.FULL_ACCESS, AuthMode.PARTNER, Optional.of("org"), ADA.credential());
    Caller elsewhere =
        new Caller(
            AccessMode.FULL_ACCESS,
            AuthMode.USER,
            Optional.empty(),
            ADA.credential(),
            Optional.empty(),
            Optional.of("sandbox"));
    return Stream.of(
        subject(elsewhere, "execute", same),
        subject(ADA.withCredentials(Map.of("user", Secret.of("u-1"))), "execute", same),
        subject(caller("key-b", Optional.empty()), "execute", same),
        subject(Caller.anonymous(), "execute", same),
        subject(partner, "execute", same),
        subject(forOther, "execute", same),
        subject(ADA, "search", same),
        subject(ADA, "execute", "{\"a\": 1, \"b\": [3]}"),
        subject(ADA, "execute", "{\"a\": 1}"),
        subject(ADA, "execute", "{\"a\": \"1\", \"b\": [2]}"));
  }

  @ParameterizedTest
  @MethodSource("others")
  @DisplayName("S16 A state is for its caller, tool and arguments only")
  void isForItsCallerToolAndArgumentsOnly(RequestStates.Subject other) {
    assertThat(states.open(sealed, other)).isEmpty();
    assertThat(states.open(sealed, subject)).as("not spent by others").isPresent();
  }

  @Test
  void aRenewedTokenOfTheSameSubjectIsTheSamePrincipal() {
    Grant before = new Grant("ada", Set.of("read"));
    Grant after = new Grant("ada", Set.of("read", "write"));
    Grant other = new Grant("bob", Set.of("read"));
    String given =
        states.close("s", subject(caller("token-1", Optional.of(before)), "execute", "{}"));

    assertThat(states.open(given, subject(caller("token-1", Optional.of(other)), "execute", "{}")))
        .isEmpty();
    assertThat(states.open(given, subject(caller("token-2", Optional.of(after)), "execute", "{}")))
        .isPresent();
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    for (int i = 0; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThat(states.open(changed, subject)).as(changed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "not base64!", "AAAA", "-TAMPERED"})
  void whatIsNoStateIsNone(String text) {
    assertThat(states.open(text, subject)).isEmpty();
    assertThat(states.open(sealed + text, subject).isPresent()).isEqualTo(text.isEmpty());
  }

  @Test
  void anOverlongTextIsNotEvenDecoded() {
    assertThat(states.open("A".repeat(1_000_000), subject)).isEmpty();
  }

  @Test
  void aSessionIdIsNoState() {
    String session = new StateSeal(KEY, "session").close(new byte[40], List.of());

    assertThat(states.open(session, subject)).isEmpty();
    assertThat(new Sessions(KEY).find(sealed)).isEmpty();
  }

  @Test
  void aKeyIsLongAndDoesNotShow() {
    assertThatThrownBy(() -> StateKey.of("short")).hasMessageContaining("at least 32");
    assertThat(KEY).hasToString("***");
  }
}
