package dev.dragoman.runtime.execute;

import java.util.OptionalInt;

/** Thrown if there is no usable response. The message says why and what to do, without secrets. */
public sealed class UpstreamException extends RuntimeException permits MissingCredentialException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final int status;

  public UpstreamException(String message) {
    this(Fault.OTHER, message);
  }

  public UpstreamException(Fault fault, String message) {
    this(fault, message, 0);
  }

  private UpstreamException(Fault fault, String message, int status) {
    super(message);
    this.fault = fault;
    this.status = status;
  }

  /** This exception with more words. */
  public UpstreamException with(String words) {
    return words.isEmpty() ? this : new UpstreamException(fault, getMessage() + words, status);
  }

  /** This exception for a response with a known status. */
  public UpstreamException answered(int httpStatus, Effect effect) {
    return new UpstreamException(fault, getMessage() + effect.answered(httpStatus), httpStatus);
  }

  /** The status of the response; empty if there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  public Fault fault() {
    return fault;
  }
}
