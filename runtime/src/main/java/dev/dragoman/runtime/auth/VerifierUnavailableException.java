package dev.dragoman.runtime.auth;

import java.time.Duration;

/**
 * Whether an access token is good cannot be told now. The message is for the operator: one sentence
 * without its full stop.
 */
public final class VerifierUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Duration retryAfter;

  public VerifierUnavailableException(String message) {
    this(message, SOON);
  }

  /**
   * It can be told later.
   *
   * @param retryAfter after which time another try makes sense
   */
  public VerifierUnavailableException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
