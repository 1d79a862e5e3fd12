package dev.dragoman.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No part of a caller can be left out of what tells callers apart. */
class CallerIdentityTest {
  private static final Caller ADA =
      new Caller(
              AccessMode.FULL_ACCESS,
              AuthMode.PARTNER,
              Optional.of("org-1"),
              Optional.of(Secret.of("key-1")),
              Optional.empty(),
              Optional.of("sandbox"))
          .withCredentials(Map.of("app", Secret.of("app-1"), "user", Secret.of("user-1")));

  /** Another value for each component; a new component has none, and the test says so. */
  private static final Map<String, List<Object>> OTHERS =
      Map.of(
          "accessMode", List.of(AccessMode.READ_ONLY),
          "authMode", List.of(AuthMode.USER),
          "organization", List.of(Optional.of("org-2"), Optional.of(""), Optional.empty()),
          "credential", List.of(Optional.of(Secret.of("key-2")), Optional.empty()),
          "grant", List.of(Optional.of(new Grant("ada", Set.of()))),
          "environment", List.of(Optional.of("production"), Optional.empty()),
          "tag", List.of(Optional.of("issues")),
          "apis",
              List.of(
                  Map.of("polar", Caller.anonymous()),
                  Map.of("polar", Caller.anonymous().withCredential(Secret.of("key-1"))),
                  Map.of("polar", Caller.anonymous(), "acme", Caller.anonymous())),
          "credentials",
              List.of(
                  Map.of(),
                  Map.of("app", Secret.of("app-1")),
                  Map.of("app", Secret.of("app-1"), "user", Secret.of("user-2")),
                  Map.of("app", Secret.of("user-1"), "user", Secret.of("app-1")),
                  Map.of("app", Secret.of("app-1"), "users", Secret.of("user-1")),
                  Map.of("app", Secret.of("app-1user"), "", Secret.of("user-1"))));

  static Stream<Object[]> differences() {
    return Arrays.stream(Caller.class.getRecordComponents())
        .flatMap(
            component ->
                OTHERS
                    .getOrDefault(component.getName(), List.of("no other value is known"))
                    .stream()
                    .map(other -> new Object[] {component.getName(), other}));
  }

  @ParameterizedTest(name = "S16 callers that differ in {0} are two callers")
  @MethodSource("differences")
  void everyComponentTellsCallersApart(String component, Object other) throws Exception {
    assertThat(with(ADA, component, other).identity()).isNotEqualTo(ADA.identity());
  }

  private static Caller with(Caller caller, String component, Object value) throws Exception {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent each : Caller.class.getRecordComponents()) {
      values.put(each.getName(), each.getAccessor().invoke(caller));
    }
    values.put(component, value);
    Class<?>[] types =
        Arrays.stream(Caller.class.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<Caller> constructor = Caller.class.getDeclaredConstructor(types);
    return constructor.newInstance(values.values().toArray());
  }

  @Test
  @DisplayName("S16 a subject is not a key of the same text")
  void subjectsAreNotKeys() throws Exception {
    Caller granted =
        with(
            with(Caller.anonymous(), "grant", Optional.of(new Grant("ada", Set.of()))),
            "credential",
            Optional.empty());
    Caller keyed = with(Caller.anonymous(), "credential", Optional.of(Secret.of("ada")));

    assertThat(granted.identity()).isNotEqualTo(keyed.identity());
    assertThat(granted.owner()).isNotEqualTo(keyed.owner());
  }

  @Test
  void theOrderOfCredentialsDoesNotMatter() {
    Map<String, Secret> other = new LinkedHashMap<>();
    other.put("user", Secret.of("user-1"));
    other.put("app", Secret.of("app-1"));

    assertThat(ADA.withCredentials(other).identity()).isEqualTo(ADA.identity());
    assertThat(ADA.withCredentials(new HashMap<>(other)).identity().parts())
        .usingRecursiveComparison()
        .isEqualTo(ADA.identity().parts());
  }

  @Test
  void aRenewedTokenDoesNotMatter() throws Exception {
    Caller before =
        with(
            ADA, "grant", Optional.of(new Grant("ada", Set.of("a"), Optional.of(Secret.of("t1")))));
    Caller after =
        with(
            ADA, "grant", Optional.of(new Grant("ada", Set.of("b"), Optional.of(Secret.of("t2")))));

    assertThat(after.withCredential(Secret.of("t2")).identity()).isEqualTo(before.identity());
    assertThat(ADA.identity()).hasToString("***");
  }

  @Test
  void everyPartOfAGrantIsAccountedFor() {
    assertThat(Grant.class.getRecordComponents())
        .as("a new part of a grant tells subjects apart, or is renewed with the token")
        .extracting(RecordComponent::getName)
        .containsExactly("subject", "scopes", "token", "roles", "organizations");
  }
}
