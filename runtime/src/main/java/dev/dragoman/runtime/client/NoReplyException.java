package dev.dragoman.runtime.client;

import java.util.OptionalInt;

/**
 * Thrown if there is no usable response: the API cannot be reached, the time is over, the response
 * is incomplete or too large, or the call was cancelled.
 */
public final class NoReplyException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final boolean sent;
  private final boolean cancelled;
  private final int status;

  /**
   * Creates an exception.
   *
   * @param message what happened, whether the call may have taken effect, and what to do
   * @param sent whether the request may have reached the API
   * @param cancelled whether the calling thread was interrupted
   * @param status the status of a response that could not be used; empty if there was none
   */
  public NoReplyException(
      String operation, String message, boolean sent, boolean cancelled, OptionalInt status) {
    super(operation, operation + ": " + message);
    this.sent = sent;
    this.cancelled = cancelled;
    this.status = status.orElse(0);
  }

  /**
   * Whether the request may have reached the API, so that a write may have taken effect: check
   * before repeating it.
   */
  public boolean isSent() {
    return sent;
  }

  /** Whether the calling thread was interrupted; its interrupt status is set again. */
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
