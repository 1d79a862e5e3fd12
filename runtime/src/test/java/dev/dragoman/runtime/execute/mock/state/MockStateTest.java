package dev.dragoman.runtime.execute.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.mock.state.StoredItem.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockStateTest {
  private static final Address SEVEN = new Address("/things", "7");

  private final MockState states = new MockState();

  private static Caller caller(
      AccessMode mode, String key, String organization, String environment) {
    return new Caller(
        mode,
        AuthMode.USER,
        Optional.ofNullable(organization),
        Optional.ofNullable(key).map(Secret::of),
        Optional.empty(),
        Optional.ofNullable(environment),
        Map.of(),
        Optional.empty(),
        Map.of());
  }

  private static Caller caller(String key) {
    return caller(AccessMode.FULL_ACCESS, key, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "FULL_ACCESS, one, acme, test, true",
        "READ_ONLY, one, acme, test, true",
        "FULL_ACCESS, two, acme, test, false",
        "FULL_ACCESS, -, acme, test, false",
        "FULL_ACCESS, one, -, test, false",
        "FULL_ACCESS, one, acme, -, false",
        "FULL_ACCESS, one, other, test, false",
        "FULL_ACCESS, one, acmet, est, false",
        "FULL_ACCESS, one, test, acme, false"
      })
  void itemsBelongToCredentialOrganizationAndEnvironment(
      AccessMode mode, String key, String organization, String environment, boolean same) {
    CallerState first = states.of(caller(AccessMode.FULL_ACCESS, "one", "acme", "test"));
    CallerState other = states.of(caller(mode, key, organization, environment));
    assertThat(other == first).isEqualTo(same);
  }

  @Test
  void theCallersOfLongestAgoStartAnew() {
    CallerState first = states.of(caller("0"));
    CallerState second = states.of(caller("1"));
    for (int number = 2; number < MockState.MAX_CALLERS; number++) {
      states.of(caller("" + number));
    }
    assertThat(states.of(caller("0"))).as("all of them fit").isSameAs(first);
    states.of(caller("one more"));
    assertThat(states.of(caller("0"))).as("called a moment ago").isSameAs(first);
    assertThat(states.of(caller("1"))).isNotSameAs(second);
  }

  @Test
  void callersWithMuchToKeepMakeRoom() {
    int callers = MockState.MAX_BYTES / CallerState.MAX_BYTES;
    StoredItem large = new StoredItem(Set.of("7"), "x".repeat(990_000), Origin.CREATED);
    CallerState first = states.of(caller("0"));
    first.put(SEVEN, large);
    for (int number = 1; number < callers; number++) {
      states.of(caller("" + number)).put(SEVEN, large);
    }
    assertThat(states.of(caller("0"))).as("within the bound").isSameAs(first);
    states.of(caller("a")).put(SEVEN, large);
    CallerState last = states.of(caller("b"));
    assertThat(states.of(caller("b"))).isSameAs(last);
    assertThat(states.of(caller("0"))).isSameAs(first);
    assertThat(states.of(caller("1")).items("/things")).as("the oldest").isEmpty();
  }
}
