package dev.dragoman.generator.goal;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Determines how differences from the lock are handled. */
public final class LockModes {
  private LockModes() {}

  /** The configured mode, or the default for the environment: build servers set {@code CI}. */
  public static Mode of(Optional<Boolean> locked) {
    return of(locked.orElse(null), System.getenv("CI"));
  }

  static Mode of(@Nullable Boolean locked, @Nullable String ci) {
    if (locked != null) {
      return locked ? Mode.REQUIRE : Mode.WARN;
    }
    boolean onServer = ci != null && !ci.isBlank() && !ci.equalsIgnoreCase("false");
    return onServer ? Mode.FAIL : Mode.WARN;
  }
}
