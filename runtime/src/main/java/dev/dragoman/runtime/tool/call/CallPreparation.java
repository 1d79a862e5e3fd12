package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.paging.ReservedNames;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.RequestContent;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.validate.OperationValidator;
import dev.dragoman.runtime.validate.OperationValidators;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prepares permitted calls: reads their arguments, and decides on media type, key and request. */
public final class CallPreparation {
  private final OperationValidators validators;
  private final CallReader reader;
  private final IdempotencyKeys keys;
  private final boolean validates;
  private final ReservedNames reserved;
  private final String keyFlag;

  public CallPreparation(ApiOperations operations, Guard guard, CallOptions options) {
    this.validators = new OperationValidators(operations::catalog);
    this.reader = new CallReader(operations, guard, options);
    this.keys = new IdempotencyKeys(new IdempotencyHeaders(options.idempotencyHeader()));
    this.validates = options.validates();
    this.reserved = operations.reservedNames();
    this.keyFlag = operations.flag("idempotency-header");
  }

  /** The arguments that a typed request consists of, by the names that agents use. */
  public CallArguments arguments(int ordinal, RequestContent content) {
    OperationValidator schemas = validators.of(ordinal);
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (RequestContent.Value value : content.values()) {
      values.set(schemas.argument(value.place(), value.name()), value.value());
    }
    return new CallArguments(values, content.body(), content.mediaType(), content.more());
  }

  /**
   * Prepares one call.
   *
   * @param ordinal the operation's number in the catalog
   * @param given the arguments as sent by the agent
   * @param reusedKey the idempotency key of an earlier call
   * @throws InvalidArgumentsException with every problem of the arguments
   * @throws CallRefusedException if the call names an organization that the permit does not allow
   * @throws UnknownKeyException if a key is reused but the operation does not take one
   */
  public PreparedCall prepare(
      Permit permit,
      int ordinal,
      OperationHandler handler,
      CallArguments given,
      Optional<String> reusedKey) {
    OperationValidator schemas = validators.of(ordinal);
    ReadCall read = reader.read(permit, ordinal, schemas, given);
    String method = handler.operation().method();
    Optional<IdempotencyKey> key =
        keys.key(method, schemas, read.arguments().arguments(), reusedKey);
    if (reusedKey.isPresent() && key.isEmpty()) {
      throw new UnknownKeyException(handler.operation().id(), keyFlag);
    }
    ReadCall keyed = key.map(made -> read.with(made.in(read.arguments()))).orElse(read);
    ApiRequest request =
        PageQuery.added(reader.request(handler, keyed), schemas.pages(), reserved, given.more());
    return new PreparedCall(
        permit, read.arguments(), schemas, keys.added(request, key), key, notes(read));
  }

  /** Whoever switches validation off does not trust the document's schemas. */
  private List<String> notes(ReadCall read) {
    CallArguments said = read.arguments();
    return validates
        ? read.schemas().undeclared(said.arguments(), read.media(), said.body())
        : List.of();
  }
}
