package dev.dragoman.runtime.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client carries for the server opens where it was closed, and nowhere else. */
class StateSealTest {
  private static final StateKey KEY = StateKey.of("k".repeat(StateKey.MIN_LENGTH));
  private static final StateSeal SEAL = new StateSeal(KEY, "purpose");

  /** A context as {@code a,b}; empty for none. */
  private static List<byte[]> context(String parts) {
    return parts.isEmpty()
        ? List.of()
        : Arrays.stream(parts.split(",", -1)).map(part -> part.getBytes(UTF_8)).toList();
  }

  private static String closed(String payload, String context) {
    return SEAL.close(payload.getBytes(UTF_8), context(context));
  }

  private static Optional<String> opened(StateSeal seal, String sealed, String context) {
    return seal.open(sealed, context(context)).map(bytes -> new String(bytes, UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ünïcödé 🦉", "\u0000\n\"</script>"})
  void whatIsClosedOpens(String payload) {
    String sealed = closed(payload, "a,b");
    assertThat(opened(SEAL, sealed, "a,b")).contains(payload);
    assertThat(sealed).matches("[A-Za-z0-9_-]{43,}");
  }

  /** The parts of a context cannot be moved into each other, nor into the payload. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b   | ab
          a,b   | a,b,
          a,b   | ,a,b
          a,b   | b,a
          a,b   | a
          ''    | a
          ''    | ,
          a     | A
          ab,c  | a,bc
          payload | ''
          """)
  void theContextIsTheSame(String before, String after) {
    assertThat(opened(SEAL, closed("payload", before), after)).isEmpty();
  }

  @Test
  void aSealIsForOnePurposeAndOneKey() {
    String sealed = closed("p", "a");
    assertThat(opened(new StateSeal(KEY, "purpose "), sealed, "a")).isEmpty();
    assertThat(opened(new StateSeal(StateKey.random(), "purpose"), sealed, "a")).isEmpty();
    assertThat(opened(new StateSeal(KEY, "purpose"), sealed, "a")).contains("p");
    assertThat(opened(new StateSeal(StateKey.of("k".repeat(33)), "purpose"), sealed, "a"))
        .isEmpty();
  }

  /** Each of several APIs has a key of its own, and gets the same one after a restart. */
  @Test
  void partsOfAServerDoNotOpenEachOthersSeals() {
    String sealed = new StateSeal(KEY.forPart("github"), "purpose").close(new byte[0], List.of());
    assertThat(opened(new StateSeal(KEY.forPart("github"), "purpose"), sealed, "")).isPresent();
    for (StateKey other : List.of(KEY, KEY.forPart("GitHub"), KEY.forPart(""), StateKey.random())) {
      assertThat(opened(new StateSeal(other, "purpose"), sealed, "")).isEmpty();
    }
  }

  @Test
  void everyChangedBitIsNoticed() {
    byte[] whole = Base64.getUrlDecoder().decode(closed("payload", "a"));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(opened(SEAL, sealed, "a")).as("bit " + bit).isEmpty();
    }
  }

  @Test
  void aPartOfASealIsNone() {
    byte[] whole = Base64.getUrlDecoder().decode(closed("payload", "a"));
    for (int length = 0; length < whole.length; length++) {
      String sealed = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, length));
      assertThat(opened(SEAL, sealed, "a")).as(length + " bytes").isEmpty();
    }
    String longer = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, whole.length + 1));
    assertThat(opened(SEAL, longer, "a")).isEmpty();
  }

  @Test
  void aSealThatCouldNotBeOpenedIsNotClosed() {
    int most = StateSeal.MAX_LENGTH / 4 * 3 - 32;
    byte[] payload = new byte[most];
    assertThat(SEAL.open(SEAL.close(payload, List.of()), List.of())).contains(payload);
    assertThatThrownBy(() -> SEAL.close(new byte[most + 1], List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31})
  void aShortKeyIsRefused(int length) {
    assertThatThrownBy(() -> StateKey.of("k".repeat(length)))
        .hasMessage("must contain at least 32 characters");
  }
}
