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
 */
public record CallOptions(boolean validates, Optional<Path> files, Optional<Path> saves) {
  public CallOptions {
    Objects.requireNonNull(files);
    Objects.requireNonNull(saves);
  }

  /** Values are checked; no file is read or written. */
  public static CallOptions defaults() {
    return new CallOptions(true, Optional.empty(), Optional.empty());
  }
}
