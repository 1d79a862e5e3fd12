package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds an idempotency key to writes if the document declares a header for it or the operator
 * configured one. A write is sent a second time only if it has a key.
 */
final class IdempotencyKeys {
  private final IdempotencyHeaders headers;

  IdempotencyKeys(IdempotencyHeaders headers) {
    this.headers = headers;
  }

  /**
   * The key for a call: the reused one, otherwise a new one.
   *
   * @param method the HTTP method of the operation
   * @param arguments as sent by the agent
   * @param reused the key of an earlier call
   * @return empty if the operation does not take a key
   */
  Optional<IdempotencyKey> key(
      String method, OperationValidator schemas, ObjectNode arguments, Optional<String> reused) {
    Optional<String> argument =
        schemas.headers().entrySet().stream()
            .filter(header -> headers.contains(header.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (argument.isEmpty() && (headers.named().isEmpty() || HttpMethods.isSafe(method))) {
      return Optional.empty();
    }
    Optional<String> known =
        reused
            .or(() -> argument.map(name -> arguments.path(name).asString("")))
            .filter(key -> !key.isEmpty());
    return known.isPresent()
        ? Optional.of(new IdempotencyKey(known.get(), argument))
        : Optional.of(new IdempotencyKey(UUID.randomUUID().toString(), argument))
            .filter(made -> isValid(made, schemas));
  }

  /**
   * Whether the document's schema allows the key: a call must not be refused because of a generated
   * value.
   */
  private static boolean isValid(IdempotencyKey key, OperationValidator schemas) {
    return key.argument()
        .map(name -> JsonNodeFactory.instance.objectNode().put(name, key.value()))
        .map(arguments -> schemas.problemsOfArguments(arguments).isEmpty())
        .orElse(true);
  }

  /** The request with the key in the operator's header, if it is not an argument. */
  ApiRequest added(ApiRequest request, Optional<IdempotencyKey> key) {
    if (key.isEmpty() || key.get().argument().isPresent()) {
      return request;
    }
    Stream<Pair> header = Stream.of(new Pair(headers.named().orElseThrow(), key.get().value()));
    return request.withHeaders(Stream.concat(request.headers().stream(), header).toList());
  }
}
