package dev.dragoman.runtime.tool;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the operator decides about calls.
 *
 * @param validates whether values are checked against the document's schemas before anything is
 *     sent
 * @param files the folder whose files may be sent by their path; empty when none may
 * @param saves the folder into which answers that are bytes are written; empty when they are shown
 *     in Base64
 * @param confirmation which calls the user is asked about first
 */
public record CallOptions(
    boolean validates, Optional<Path> files, Optional<Path> saves, Confirmation confirmation) {
  public CallOptions {
    Objects.requireNonNull(files);
    Objects.requireNonNull(saves);
    Objects.requireNonNull(confirmation);
  }

  /** The user is not asked about calls. */
  public CallOptions(boolean validates, Optional<Path> files, Optional<Path> saves) {
    this(validates, files, saves, Confirmation.OFF);
  }

  /** The same with other calls that the user is asked about. */
  public CallOptions confirming(Confirmation calls) {
    return new CallOptions(validates, files, saves, calls);
  }

  /** Values are checked; no file is read or written. */
  public static CallOptions defaults() {
    return new CallOptions(true, Optional.empty(), Optional.empty());
  }
}
