package dev.dragoman.runtime.auth;

import java.time.Duration;

/**
 * Thrown if the validity of an access token cannot be determined at the moment. The message is for
 * the operator: one sentence without its full stop.
 */
public final class VerifierUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Duration retryAfter;

  public VerifierUnavailableException(String message) {
    this(message, SOON);
  }

  /**
   * Creates an exception for a temporary failure.
   *
   * @param retryAfter the time after which another attempt makes sense
   */
  public VerifierUnavailableException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
