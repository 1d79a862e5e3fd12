package dev.dragoman.runtime;

import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.OperationRequest;
import java.util.Objects;
import java.util.function.Function;

/** Turns an agent's arguments for one operation into the request to send. */
public final class OperationHandler {
  private final Operation operation;
  private final Function<Arguments, ? extends OperationRequest> reader;

  private OperationHandler(
      Operation operation, Function<Arguments, ? extends OperationRequest> reader) {
    this.operation = Objects.requireNonNull(operation);
    this.reader = Objects.requireNonNull(reader);
  }

  /**
   * A handler of one operation.
   *
   * @param reader reads the typed request, records problems on the {@link Arguments} and continues
   */
  public static OperationHandler of(
      Operation operation, Function<Arguments, ? extends OperationRequest> reader) {
    return new OperationHandler(operation, reader);
  }

  /** The operation, with the access level fixed at compile time. */
  public Operation operation() {
    return operation;
  }

  /**
   * The request for these arguments. Does not send anything.
   *
   * @throws InvalidArgumentsException with every problem of the call
   */
  public ApiRequest request(Arguments arguments) {
    OperationRequest request = reader.apply(arguments);
    arguments.check();
    return request.toApiRequest();
  }
}
