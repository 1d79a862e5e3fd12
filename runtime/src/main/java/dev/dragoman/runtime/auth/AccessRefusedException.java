package dev.dragoman.runtime.auth;

import java.util.Optional;

/** A request whose headers name no caller that may go on. Its message holds no secret. */
public final class AccessRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Optional<String> challenge;

  /**
   * A refusal.
   *
   * @param status the HTTP status to answer with: 400, 401 or 403
   * @param challenge the value of {@code WWW-Authenticate}, when there is one
   */
  public AccessRefusedException(int status, String message, Optional<String> challenge) {
    super(message);
    this.status = status;
    this.challenge = challenge;
  }

  public int status() {
    return status;
  }

  public Optional<String> challenge() {
    return challenge;
  }
}
