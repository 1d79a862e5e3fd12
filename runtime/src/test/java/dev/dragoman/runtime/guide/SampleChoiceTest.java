package dev.dragoman.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guide.facts.SampleChoice;
import dev.dragoman.runtime.guide.facts.SampleOperation;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A connection is tried with an operation that only reads and needs nothing. */
class SampleChoiceTest {

  @Test
  void prefersTheOneAboutTheCaller() {
    assertThat(chosen(read("list_syncs", "/api/syncs"), read("identity_get", "/api/me")))
        .isEqualTo("identity_get");
    assertThat(chosen(read("a", "/a"), read("users/get-authenticated", "/user")))
        .isEqualTo("users/get-authenticated");
    assertThat(chosen(read("health", "/health"), read("getCurrentUser", "/v1/users/current")))
        .isEqualTo("getCurrentUser");
    assertThat(chosen(read("health", "/health"), read("listThings", "/things")))
        .isEqualTo("listThings");
  }

  @Test
  void leavesOutWhatNeedsArgumentsOrMayWrite() {
    assertThat(
            SampleChoice.of(
                Stream.of(
                    card("me", "/me", AccessLevel.WRITE).build(),
                    read("user", "/user/{id}").parameters("id: string").build(),
                    read("two", "/two").parameters("a: {b?: string}, c?: string").build(),
                    read("body", "/body").body("{a: string}").build(),
                    read("old", "/me").deprecated(true).build(),
                    read("partner", "/me").authModes(Set.of(AuthMode.PARTNER)).build())))
        .isEmpty();
  }

  @Test
  void optionalParametersAreNoObstacle() {
    assertThat(
            SampleChoice.of(
                Stream.of(
                    read("list", "/things")
                        .parameters("page?: integer, filter?: {a: string}")
                        .summary("Lists")
                        .build())))
        .contains(new SampleOperation("list", "GET /things", "Lists"));
  }

  private static String chosen(OperationCard.Builder... cards) {
    return SampleChoice.of(Stream.of(cards).map(OperationCard.Builder::build)).orElseThrow().id();
  }

  private static OperationCard.Builder read(String id, String path) {
    return card(id, path, AccessLevel.READ);
  }

  private static OperationCard.Builder card(String id, String path, AccessLevel access) {
    return OperationCard.builder(Operation.of(id, "GET", path, access));
  }
}
