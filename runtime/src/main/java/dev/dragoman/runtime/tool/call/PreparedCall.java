package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A permitted call for which everything has been decided. It is made once, and handed to the
 * confirmation, the sender and the shaper of the response; none of them reads the agent's input
 * again.
 *
 * @param permit the guard's decision that this caller may run the operation
 * @param arguments the arguments as interpreted, without a generated key
 * @param schemas the document's schemas for the operation's values
 * @param request the request to send
 * @param key the idempotency key of the request
 * @param notes what an agent should know about its call although it is valid
 */
public record PreparedCall(
    Permit permit,
    CallArguments arguments,
    OperationValidator schemas,
    ApiRequest request,
    Optional<IdempotencyKey> key,
    List<String> notes) {
  public PreparedCall {
    notes = List.copyOf(notes);
  }

  /** This call with one more note. */
  public PreparedCall noted(String note) {
    List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return new PreparedCall(permit, arguments, schemas, request, key, more);
  }

  public Operation operation() {
    return permit.operation();
  }

  /** The request that the user confirms: without the key, which differs from call to call. */
  public ApiRequest requestWithoutKey() {
    return key.map(carried -> carried.removedFrom(request)).orElse(request);
  }
}
