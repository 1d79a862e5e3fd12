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
  private final Function<Arguments, ApiRequest.Builder> reader;

  private OperationHandler(Operation operation, Function<Arguments, ApiRequest.Builder> reader) {
    this.operation = Objects.requireNonNull(operation);
    this.reader = reader;
  }

  /** Reads arguments into a request; generated, one per operation. */
  @FunctionalInterface
  public interface ArgumentReader {

    /**
     * Reads all arguments of a call. A problem with an argument is recorded on the {@link
     * Arguments} and does not end the reading, so that an agent sees every problem at once.
     *
     * @param request the request of the operation, without any values
     * @return the request with the values
     */
    ApiRequest.Builder read(Arguments in, ApiRequest.Builder request);
  }

  /** A handler of one operation. */
  public static OperationHandler of(Operation operation, ArgumentReader reader) {
    Objects.requireNonNull(reader);
    return new OperationHandler(operation, in -> reader.read(in, operation.request()));
  }

  /**
   * A handler of one operation that has a typed request.
   *
   * @param reader reads the typed request, records problems on the {@link Arguments} and continues
   */
  public static OperationHandler of(
      Operation operation, Function<Arguments, ? extends OperationRequest> reader) {
    Objects.requireNonNull(reader);
    return new OperationHandler(
        operation,
        in -> {
          OperationRequest request = reader.apply(in);
          in.check();
          return request.request();
        });
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
    ApiRequest.Builder request = reader.apply(arguments);
    arguments.check();
    return request.build();
  }
}
