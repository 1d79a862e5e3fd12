package dev.dragoman.runtime.auth;

import java.time.Duration;
import java.util.Optional;

/** Thrown if the headers do not identify an admissible caller. The message contains no secret. */
public final class AccessRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Optional<String> challenge;
  private final transient Optional<Duration> retryAfter;

  /**
   * Creates a refusal.
   *
   * @param status the HTTP status of the response: 400, 401 or 403
   * @param challenge the value of {@code WWW-Authenticate}, if there is one
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

  /** Creates a refusal with status 503 if the caller cannot be determined yet. */
  static AccessRefusedException unavailable(String message, Duration retryAfter) {
    return new AccessRefusedException(503, message, Optional.empty(), Optional.of(retryAfter));
  }

  public int status() {
    return status;
  }

  public Optional<String> challenge() {
    return challenge;
  }

  /** When to try again; present with status 503 only. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
