package dev.dragoman.maven;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import org.jspecify.annotations.Nullable;

/** Determines how differences from the lock are handled. */
final class LockModes {
  private LockModes() {}

  /** The configured mode, or the default for the environment: build servers set {@code CI}. */
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
