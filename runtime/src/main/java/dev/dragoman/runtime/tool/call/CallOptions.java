package dev.dragoman.runtime.tool.call;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The operator's settings for calls.
 *
 * @param validates whether values are validated against the document's schemas before anything is
 *     sent
 * @param files the folder whose files may be sent by their path; empty if none may
 * @param saves the folder for binary responses; empty if they are returned in Base64
 * @param confirmation the calls that the user has to confirm first
 * @param idempotencyHeader the header by which the API recognizes a repeated write; if present,
 *     every write is sent with one
 * @param answerTokens the most tokens of a result, at 3.5 bytes each
 * @param maxWaitSeconds the longest time that a call may ask to wait for a value; 0 for none
 */
public record CallOptions(
    boolean validates,
    Optional<Path> files,
    Optional<Path> saves,
    ConfirmationMode confirmation,
    Optional<String> idempotencyHeader,
    int answerTokens,
    int maxWaitSeconds) {
  /** The tokens of a result, unless the operator chooses another number. */
  public static final int DEFAULT_ANSWER_TOKENS = 10_000;

  private static final int MAX_WAIT_SECONDS = 60;

  public CallOptions {
    Objects.requireNonNull(idempotencyHeader);
    Objects.requireNonNull(files);
    Objects.requireNonNull(saves);
    Objects.requireNonNull(confirmation);
  }

  /** Calls may wait for a minute. */
  public CallOptions(
      boolean validates,
      Optional<Path> files,
      Optional<Path> saves,
      ConfirmationMode confirmation,
      Optional<String> idempotencyHeader,
      int answerTokens) {
    this(validates, files, saves, confirmation, idempotencyHeader, answerTokens, MAX_WAIT_SECONDS);
  }

  /**
   * The user is not asked to confirm calls, and writes have an idempotency key only where the
   * document declares one.
   */
  public CallOptions(boolean validates, Optional<Path> files, Optional<Path> saves) {
    this(validates, files, saves, ConfirmationMode.OFF, Optional.empty(), DEFAULT_ANSWER_TOKENS);
  }

  /** The same options with another confirmation mode. */
  public CallOptions confirming(ConfirmationMode calls) {
    return new CallOptions(
        validates, files, saves, calls, idempotencyHeader, answerTokens, maxWaitSeconds);
  }

  /** The same options with another size of results. */
  public CallOptions answering(int tokens) {
    return new CallOptions(
        validates, files, saves, confirmation, idempotencyHeader, tokens, maxWaitSeconds);
  }

  /** Values are validated; no files are read or written. */
  public static CallOptions defaults() {
    return new CallOptions(true, Optional.empty(), Optional.empty());
  }
}
