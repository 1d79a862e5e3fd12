package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A URL withholds, and never gives. */
class NarrowingTest {
  private static final Caller FULL =
      new Caller(
          AccessMode.FULL_ACCESS,
          AuthMode.PARTNER,
          Optional.of("org"),
          Optional.of(Secret.of("key")));
  private static final Narrowing READS = new Narrowing(true, Optional.empty());
  private static final Narrowing ISSUES = new Narrowing(false, Optional.of("issues"));

  @Test
  void withoutARestrictionTheCallerIsTheSame() {
    assertThat(Narrowing.NONE.apply(FULL)).isEqualTo(FULL);
    assertThat(Narrowing.NONE.apply(Caller.anonymous())).isEqualTo(Caller.anonymous());
  }

  @Test
  void readingIsAllThatIsLeftAndEverythingElseStays() {
    assertThat(READS.apply(FULL))
        .isEqualTo(
            new Caller(
                AccessMode.READ_ONLY, FULL.authMode(), FULL.organization(), FULL.credential()));
    assertThat(READS.apply(Caller.anonymous())).isEqualTo(Caller.anonymous());
  }

  @Test
  void aTagAndReadingAddUp() {
    Caller both = new Narrowing(true, Optional.of("issues")).apply(FULL);
    assertThat(both.tag()).contains("issues");
    assertThat(both.accessMode()).isEqualTo(AccessMode.READ_ONLY);
    assertThat(ISSUES.apply(FULL).accessMode()).isEqualTo(AccessMode.FULL_ACCESS);
    assertThat(READS.apply(ISSUES.apply(FULL))).isEqualTo(both);
  }

  /** Results for one URL must not be taken for those of another. */
  @Test
  void eachRestrictionIsAnotherIdentityOfTheSameOwner() {
    assertThat(FULL.identity())
        .isNotIn(READS.apply(FULL).identity(), ISSUES.apply(FULL).identity());
    assertThat(READS.apply(FULL).owner()).isEqualTo(FULL.owner());
    assertThat(ISSUES.apply(FULL).owner()).isEqualTo(FULL.owner());
  }

  @Test
  void ofSeveralApisEachIsRestricted() {
    Caller several = Caller.ofApis(Map.of("a", FULL, "b", Caller.anonymous()));
    Caller left = new Narrowing(true, Optional.of("issues")).apply(several);
    assertThat(left.accessMode()).isEqualTo(AccessMode.READ_ONLY);
    assertThat(left.apis().values())
        .allMatch(one -> one.accessMode() == AccessMode.READ_ONLY)
        .allMatch(one -> one.tag().equals(Optional.of("issues")));
    assertThat(left.apis().get("a").credential()).contains(Secret.of("key"));
  }
}
