package dev.dragoman.runtime.client;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Thrown if a call of an operation does not succeed. The type says how far the call got. The
 * message contains neither credentials nor the arguments' values.
 */
public abstract sealed class ApiException extends RuntimeException
    permits ApiReplyException,
        InvalidRequestException,
        NoReplyException,
        OperationRefusedException {
  private static final long serialVersionUID = 1L;

  private final String operation;

  /** Creates an exception for a call of the operation with the given id. */
  ApiException(String operation, String message) {
    super(message);
    this.operation = Objects.requireNonNull(operation);
  }

  /** The id of the operation. */
  public final String operation() {
    return operation;
  }

  /** The HTTP status of the response; empty if there was none. */
  public OptionalInt status() {
    return OptionalInt.empty();
  }

  /** The id by which the API's vendor can find the request, if the response has one. */
  public Optional<String> requestId() {
    return Optional.empty();
  }
}
