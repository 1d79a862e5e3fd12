package dev.dragoman.generator.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  /** Changes whenever the policy would decide otherwise: with its file, and with what is in it. */
  public String fingerprint() {
    String content =
        file.filter(Files::isRegularFile).map(LockPolicy::content).orElse("there is none");
    return this + " " + content;
  }

  private static String content(Path file) {
    try {
      // One character per byte: also what is no text has a digest.
      return Contracts.sha256(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
