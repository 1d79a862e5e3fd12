package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.Optional;

/**
 * A permitted call with everything decided: made once, and handed to the question to the user, to
 * the sender and to the shaper of the response. None of them reads the agent's input again.
 *
 * @param permit leave to run the operation, for one caller
 * @param arguments the arguments as they were read, without a generated key
 * @param schemas what the document says about the operation's values
 * @param request what is sent
 * @param key the idempotency key that the request carries
 */
public record PreparedCall(
    Permit permit,
    CallArguments arguments,
    OperationValidator schemas,
    ApiRequest request,
    Optional<IdempotencyKey> key) {

  public Operation operation() {
    return permit.operation();
  }

  /**
   * The request that the user is asked about: without the key, which is a different one for each
   * call.
   */
  public ApiRequest requestWithoutKey() {
    return key.map(carried -> carried.removedFrom(request)).orElse(request);
  }
}
