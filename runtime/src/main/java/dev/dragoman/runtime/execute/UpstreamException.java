package dev.dragoman.runtime.execute;

/** The API gave no usable answer. The message says why and what to do, and holds no secret. */
public sealed class UpstreamException extends RuntimeException permits MissingCredentialException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  public UpstreamException(String message) {
    this(Fault.OTHER, message);
  }

  UpstreamException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
