package dev.dragoman.runtime.auth;

import java.time.Duration;
import java.util.Optional;

/** A request whose headers name no caller that may go on. Its message holds no secret. */
public final class AccessRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Optional<String> challenge;
  private final transient Optional<Duration> retryAfter;

  /**
   * A refusal.
   *
   * @param status the HTTP status to answer with: 400, 401 or 403
   * @param challenge the value of {@code WWW-Authenticate}, when there is one
   */
  public AccessRefusedException(int status, String message, Optional<String> challenge) {
    this(status, message, challenge, Optional.empty());
  }

  private AccessRefusedException(
      int status, String message, Optional<String> challenge, Optional<Duration> retryAfter) {
    super(message);
    this.status = status;
    this.challenge = challenge;
    this.retryAfter = retryAfter;
  }

  /** A refusal with 503, because the caller cannot be known yet. */
  static AccessRefusedException unavailable(String message, Duration retryAfter) {
    return new AccessRefusedException(503, message, Optional.empty(), Optional.of(retryAfter));
  }

  public int status() {
    return status;
  }

  public Optional<String> challenge() {
    return challenge;
  }

  /** When to come again; there with status 503 only. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
