package dev.dragoman.runtime.tool.call;

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
 * @param idempotencyHeader a header by whose value the API tells that a write was sent before;
 *     every write then gets one
 */
public record CallOptions(
    boolean validates,
    Optional<Path> files,
    Optional<Path> saves,
    ConfirmationMode confirmation,
    Optional<String> idempotencyHeader) {
  public CallOptions {
    Objects.requireNonNull(idempotencyHeader);
    Objects.requireNonNull(files);
    Objects.requireNonNull(saves);
    Objects.requireNonNull(confirmation);
  }

  /**
   * The user is not asked about calls, and writes get no idempotency key but where the document
   * says so.
   */
  public CallOptions(boolean validates, Optional<Path> files, Optional<Path> saves) {
    this(validates, files, saves, ConfirmationMode.OFF, Optional.empty());
  }

  /** The same with other calls that the user is asked about. */
  public CallOptions confirming(ConfirmationMode calls) {
    return new CallOptions(validates, files, saves, calls, idempotencyHeader);
  }

  /** Values are checked; no file is read or written. */
  public static CallOptions defaults() {
    return new CallOptions(true, Optional.empty(), Optional.empty());
  }
}
