package dev.dragoman.runtime.execute;

import java.util.OptionalInt;

/** Thrown if there is no usable response. The message says why and what to do, without secrets. */
public sealed class UpstreamException extends RuntimeException permits MissingCredentialException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final int status;
  private final boolean sent;

  public UpstreamException(String message) {
    this(Fault.OTHER, message);
  }

  public UpstreamException(Fault fault, String message) {
    this(fault, message, 0, false);
  }

  private UpstreamException(Fault fault, String message, int status, boolean sent) {
    super(message);
    this.fault = fault;
    this.status = status;
    this.sent = sent;
  }

  /** This exception with more words. */
  public UpstreamException with(String words) {
    return words.isEmpty()
        ? this
        : new UpstreamException(fault, getMessage() + words, status, sent);
  }

  /** This exception with more words, for a call whose request may have reached the API. */
  public UpstreamException afterSending(String words) {
    return new UpstreamException(fault, getMessage() + words, status, true);
  }

  /** This exception for a response with a known status. */
  public UpstreamException answered(int httpStatus, Effect effect) {
    String message = getMessage() + effect.answered(httpStatus);
    return new UpstreamException(fault, message, httpStatus, true);
  }

  /** Whether the request, or an earlier attempt of it, may have reached the API. */
  public boolean isSent() {
    return sent;
  }

  /** The status of the response; empty if there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  public Fault fault() {
    return fault;
  }
}
