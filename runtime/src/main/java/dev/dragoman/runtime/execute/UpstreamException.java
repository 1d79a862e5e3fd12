package dev.dragoman.runtime.execute;

import java.util.OptionalInt;

/** The API gave no usable answer. The message says why and what to do, and holds no secret. */
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

  /** The same with more words. */
  public UpstreamException with(String words) {
    return words.isEmpty() ? this : new UpstreamException(fault, getMessage() + words, status);
  }

  /** The same of a response whose status is known. */
  public UpstreamException answered(int httpStatus, Effect effect) {
    return new UpstreamException(fault, getMessage() + effect.answered(httpStatus), httpStatus);
  }

  /** The status of the response; empty when none came. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  public Fault fault() {
    return fault;
  }
}
