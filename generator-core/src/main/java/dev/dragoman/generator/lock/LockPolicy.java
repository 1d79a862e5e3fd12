package dev.dragoman.generator.lock;

import dev.dragoman.runtime.digest.Sha256;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the lock file is enforced during generation.
 *
 * @param file the location of the lock, whether or not it exists; empty if no lock is used
 * @param mode what a difference means
 */
public record LockPolicy(Optional<Path> file, Mode mode) {
  /** The severity of a difference between lock and document. */
  public enum Mode {
    /** A warning; operations that are not in the lock are left out. */
    WARN,
    /** An error, if there is a lock. */
    FAIL,
    /** An error, as is a missing lock. */
    REQUIRE
  }

  /** No lock is used: every operation of the document is exposed. */
  public static final LockPolicy NONE = new LockPolicy(Optional.empty(), Mode.WARN);

  public LockPolicy {
    file = file.map(path -> path.toAbsolutePath().normalize());
    Objects.requireNonNull(mode);
  }

  /**
   * The current bytes of the lock.
   *
   * @return empty if there is no lock, or none is used
   * @throws dev.dragoman.generator.problem.GenerationException if it cannot be read
   */
  public Optional<byte[]> content() {
    return file.flatMap(LockFile::bytes);
  }

  /**
   * A text that changes whenever the policy could decide differently: if another file or mode is
   * configured, or if the lock's content changes.
   *
   * @param content the bytes of the lock that was used; empty if there was none
   */
  public String fingerprint(Optional<byte[]> content) {
    return this + " " + content.map(Sha256::hex).orElse("there is none");
  }
}
