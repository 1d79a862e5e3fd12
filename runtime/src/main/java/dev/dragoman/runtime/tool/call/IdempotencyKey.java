package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.Optional;

/**
 * The idempotency key of one call, by which the API recognizes a request that was sent before.
 *
 * @param value the value that is sent
 * @param argument the argument that the document declares for it; empty if it is a header that only
 *     the operator configured
 */
public record IdempotencyKey(String value, Optional<String> argument) {

  /** The note for the agent that enables it to repeat the call. */
  public String note() {
    return "idempotency key "
        + ForeignText.line(value)
        + "; to repeat this very call safely, give it as "
        + argument.map(name -> "argument " + ForeignText.line(name)).orElse("idempotency_key")
        + ".";
  }

  /** The arguments including the key, if it is an argument. */
  CallArguments in(CallArguments arguments) {
    return argument
        .map(
            name ->
                arguments.with(arguments.arguments().deepCopy().put(name, value), arguments.body()))
        .orElse(arguments);
  }

  /** The request without the header that carries the key. */
  ApiRequest removedFrom(ApiRequest request) {
    return request.withHeaders(
        request.headers().stream().filter(pair -> !pair.value().equals(value)).toList());
  }
}
