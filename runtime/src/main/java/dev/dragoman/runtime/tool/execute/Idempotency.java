package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.mcp.tool.ToolResult;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a write the key by which the API tells that it was sent before, where the document has a
 * header for it or the operator named one. With it alone a write may be sent twice.
 */
final class Idempotency {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "QUERY");

  private final IdempotencyHeaders headers;

  Idempotency(CallOptions options) {
    this.headers = new IdempotencyHeaders(options.idempotencyHeader());
  }

  /**
   * The key of one call.
   *
   * @param value what is sent
   * @param argument the argument that the document has for it; empty when it is a header that only
   *     the operator knows of
   */
  record Key(String value, Optional<String> argument) {

    /** Whether the document takes it: a made-up one must not be what a call is refused for. */
    boolean fits(OperationValidator schemas) {
      return argument.isEmpty()
          || schemas
              .problemsOfArguments(JsonNodeFactory.instance.objectNode().put(argument.get(), value))
              .isEmpty();
    }

    /** An answer that says which key its call had. */
    ToolResult notedIn(ToolResult result) {
      return ResultNotes.add(
          result,
          "idempotency key "
              + ForeignText.line(value)
              + "; to repeat this very call safely, give it as "
              + argument.map(name -> "argument " + ForeignText.line(name)).orElse("idempotency_key")
              + ".");
    }
  }

  /**
   * The key for a call: the one that was given, else a new one.
   *
   * @return empty when the API takes none here
   */
  Optional<Key> key(
      String method, OperationValidator schemas, ObjectNode given, Optional<String> reused) {
    Optional<String> argument =
        schemas.headers().entrySet().stream()
            .filter(header -> headers.contains(header.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    boolean read = SAFE_METHODS.contains(method);
    if (argument.isEmpty() && (headers.named().isEmpty() || read)) {
      return Optional.empty();
    }
    Optional<String> known =
        reused
            .or(() -> argument.map(name -> given.path(name).asString("")))
            .filter(key -> !key.isEmpty());
    return known.isPresent()
        ? Optional.of(new Key(known.get(), argument))
        : Optional.of(new Key(UUID.randomUUID().toString(), argument))
            .filter(made -> made.fits(schemas));
  }

  /** What is said to a key for which there is no header. */
  String unknownTo(String operation) {
    return "The API's document has no idempotency key for "
        + operation
        + "; nothing was sent. Where the API takes one all the same, whoever runs this MCP server"
        + " can name its header with --idempotency-header.";
  }

  /** What was given, with the key among the arguments where it is one. */
  static CallArguments with(Optional<Key> key, CallArguments given) {
    Optional<String> argument = key.flatMap(Key::argument);
    return argument.isEmpty()
        ? given
        : new CallArguments(
            given.arguments().deepCopy().put(argument.get(), key.orElseThrow().value()),
            given.body(),
            given.contentType());
  }

  /** The request but for its key, which is another one each time: what the user is asked about. */
  static ApiRequest without(Optional<Key> key, ApiRequest request) {
    return key.isEmpty()
        ? request
        : withHeaders(
            request,
            request.headers().stream().filter(pair -> !pair.value().equals(key.get().value())));
  }

  /** The request with the key in the operator's header, where it is not an argument. */
  ApiRequest header(ApiRequest request, Optional<Key> key) {
    if (key.isEmpty() || key.get().argument().isPresent()) {
      return request;
    }
    Stream<Pair> header = Stream.of(new Pair(headers.named().orElseThrow(), key.get().value()));
    return withHeaders(request, Stream.concat(request.headers().stream(), header));
  }

  private static ApiRequest withHeaders(ApiRequest request, Stream<Pair> headers) {
    return new ApiRequest(
        request.method(),
        request.server(),
        request.rawPath(),
        request.rawQuery(),
        headers.toList(),
        request.cookies(),
        request.body());
  }
}
