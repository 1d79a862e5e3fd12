package dev.dragoman.runtime.execute.client.tls;

/** Thrown if a file with a certificate or key cannot be used. The message says where and why. */
final class FaultyFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  FaultyFileException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
