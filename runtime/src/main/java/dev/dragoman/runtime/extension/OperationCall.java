package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of an operation, permitted by the guard but not yet read.
 *
 * @param operation the operation
 * @param caller who calls
 * @param arguments the parameters by argument name
 * @param body the request body; null if there is none
 * @param contentType the media type chosen for the body
 */
public record OperationCall(
    Operation operation,
    Caller caller,
    ObjectNode arguments,
    @Nullable JsonNode body,
    Optional<String> contentType) {
  public OperationCall {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(caller);
    arguments = arguments.deepCopy();
    Objects.requireNonNull(contentType);
  }

  /** This call with other parameters. */
  public OperationCall withArguments(ObjectNode values) {
    return new OperationCall(operation, caller, values, body, contentType);
  }

  /** This call with another body. */
  public OperationCall withBody(@Nullable JsonNode value) {
    return new OperationCall(operation, caller, arguments, value, contentType);
  }
}
