package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pending requests to clients of the {@code initialize} protocol. A response is accepted only from
 * the principal and the client that received the request; any other is silently dropped.
 */
final class ClientRequests {
  /** Each holds a thread; half of the server's concurrent capacity remains free for calls. */
  private static final int AT_ONCE = 64;

  private static final int ID_BYTES = 16;

  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Duration patience;

  ClientRequests(Duration patience) {
    this.patience = patience;
  }

  /** Created with the first request: finding a source of randomness takes a while. */
  private static final class Ids {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  private record Open(
      Caller.Identity caller, String client, CompletableFuture<Optional<ObjectNode>> answer) {}

  /**
   * Sends a request and waits; empty if the client refuses or does not respond in time, or if the
   * call is cancelled.
   */
  Optional<ObjectNode> ask(InputRequest request, MessageContext context) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[ID_BYTES];
    Ids.RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    Open asked =
        new Open(context.caller().identity(), context.peer().name(), new CompletableFuture<>());
    open.put(id, asked);
    try {
      context.peer().send(JsonWriter.bytes(message(id, request)));
      return asked.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      context.peer().send(JsonWriter.bytes(cancellation(id)));
      return Optional.empty();
    } catch (InterruptedException e) {
      // Interrupting a thread closes a channel that it is writing to.
      context.peer().send(JsonWriter.bytes(cancellation(id)));
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("responses are never completed exceptionally", e);
    } finally {
      open.remove(id);
      places.release();
    }
  }

  /** Accepts a response if it belongs to a request sent to this principal and client. */
  void answer(IncomingMessage.Response response, MessageContext context) {
    Open asked = response.id() == null ? null : open.get(response.id().asString(""));
    if (asked != null
        && asked.client().equals(context.peer().name())
        && asked.caller().equals(context.caller().identity())) {
      JsonNode result = response.result();
      asked.answer().complete(Optional.ofNullable(result instanceof ObjectNode o ? o : null));
    }
  }

  private static ObjectNode message(String id, InputRequest request) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", id);
    message.setAll(request.json());
    return message;
  }

  private static ObjectNode cancellation(String id) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("jsonrpc", "2.0")
            .put("method", "notifications/cancelled");
    message
        .putObject("params")
        .put("requestId", id)
        .put("reason", "A response is no longer needed.");
    return message;
  }
}
