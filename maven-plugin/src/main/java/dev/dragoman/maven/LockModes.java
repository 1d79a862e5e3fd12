package dev.dragoman.maven;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import org.jspecify.annotations.Nullable;

/** What a difference against the lock means here. */
final class LockModes {
  private LockModes() {}

  /** As configured, else as the environment says: build servers set {@code CI}. */
  static Mode of(@Nullable Boolean locked) {
    return of(locked, System.getenv("CI"));
  }

  static Mode of(@Nullable Boolean locked, @Nullable String ci) {
    if (locked != null) {
      return locked ? Mode.REQUIRE : Mode.WARN;
    }
    boolean onServer = ci != null && !ci.isBlank() && !ci.equalsIgnoreCase("false");
    return onServer ? Mode.FAIL : Mode.WARN;
  }
}
