package dev.dragoman.generator.lock;

import dev.dragoman.runtime.digest.Sha256;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a generation heeds a lock.
 *
 * @param file where the lock is, whether or not there is one; empty when none is heeded
 * @param mode what a difference means
 */
public record LockPolicy(Optional<Path> file, Mode mode) {
  /** What a difference between lock and document means. */
  public enum Mode {
    /** A warning; operations that are not in the lock are left out. */
    WARN,
    /** An error, when there is a lock. */
    FAIL,
    /** An error, and so is a missing lock. */
    REQUIRE
  }

  /** No lock is heeded: every operation of the document is exposed. */
  public static final LockPolicy NONE = new LockPolicy(Optional.empty(), Mode.WARN);

  public LockPolicy {
    file = file.map(path -> path.toAbsolutePath().normalize());
    Objects.requireNonNull(mode);
  }

  /**
   * The bytes of the lock as they are now.
   *
   * @return empty when there is no lock, or none is heeded
   * @throws dev.dragoman.generator.problem.GenerationException when it cannot be read
   */
  public Optional<byte[]> content() {
    return file.flatMap(LockFile::bytes);
  }

  /**
   * Changes whenever the policy would decide otherwise: with its file, and with what is in it.
   *
   * @param content the bytes of the lock that was heeded; empty when there was none
   */
  public String fingerprint(Optional<byte[]> content) {
    return this + " " + content.map(Sha256::hex).orElse("there is none");
  }
}
