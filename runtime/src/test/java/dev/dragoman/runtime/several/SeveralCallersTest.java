package dev.dragoman.runtime.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.OwnHeaderCallerResolver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each API has the caller of its own headers, and no other. */
class SeveralCallersTest {
  private static SeveralCallers callers(boolean anonymous) {
    return new SeveralCallers(
        Stream.of("Lamp", "Door")
            .map(
                vendor ->
                    new SeveralCallers.Member(
                        vendor.toLowerCase(Locale.ROOT),
                        AccessNames.of(vendor).apiKeyHeader(),
                        new OwnHeaderCallerResolver(AccessNames.of(vendor), AccessPolicy.OPEN)))
            .toList(),
        anonymous);
  }

  private static Caller resolve(boolean anonymous, Map<String, String> given) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(given);
    return callers(anonymous)
        .resolve(name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
  }

  private static AccessRefusedException refusal(boolean anonymous, Map<String, String> headers) {
    return catchThrowableOfType(AccessRefusedException.class, () -> resolve(anonymous, headers));
  }

  @Test
  void aKeyIsForTheApiInTheNameOfItsHeaderOnly() {
    Caller caller = resolve(false, Map.of("x-lamp-api-key", "l"));
    assertThat(caller.apis()).containsOnlyKeys("lamp");
    assertThat(caller.apis().get("lamp").credential()).map(Secret::reveal).contains("l");
    assertThat(caller.credential()).isEmpty();
  }

  @Test
  void whereCallersNeedNoKeyTheOtherApisHaveNone() {
    Caller caller = resolve(true, Map.of("X-Lamp-Api-Key", "l"));
    assertThat(caller.apis()).containsOnlyKeys("lamp", "door");
    assertThat(caller.apis().get("door").isAnonymous()).isTrue();
    assertThat(resolve(true, Map.of()).isAnonymous()).isTrue();
  }

  /** More than reading is asked for in the headers of each API, and given to that API alone. */
  @Test
  void accessOfOneApiIsNotAccessOfAnother() {
    Caller caller =
        resolve(
            false,
            Map.of(
                "X-Lamp-Api-Key", "l", "X-Door-Api-Key", "d", "X-Door-Access-Mode", "full-access"));
    assertThat(caller.apis().get("lamp").accessMode()).isEqualTo(AccessMode.READ_ONLY);
    assertThat(caller.apis().get("door").accessMode()).isEqualTo(AccessMode.FULL_ACCESS);
  }

  @Test
  void withoutAnyKeyTheCallerIsToldTheHeaders() {
    AccessRefusedException refused = refusal(false, Map.of("X-Door-Access-Mode", "full-access"));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused).hasMessageContaining("X-Lamp-Api-Key, X-Door-Api-Key");
  }

  /** Guessing could send one vendor's key to another. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void authorizationIsRefusedEvenBesideKeys(boolean anonymous) {
    AccessRefusedException refused =
        refusal(
            anonymous,
            Map.of(
                "authorization",
                "Bearer secret-1",
                "X-Lamp-Api-Key",
                "l",
                "X-Door-Access-Mode",
                "all"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused)
        .hasMessageContaining("X-Lamp-Api-Key, X-Door-Api-Key")
        .hasMessageContaining("X-Door-Access-Mode")
        .hasMessageNotContaining("secret-1");
  }
}
