package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.text.VisibleText;
import java.time.Duration;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notifies a client of the progress of its call, if the request has a {@code progressToken} (MCP,
 * "Progress"). Values increase; more than ten in a second are left out, and so is everything after
 * the end of the call.
 */
final class ProgressNotifications implements ProgressListener, AutoCloseable {
  private static final long INTERVAL = Duration.ofMillis(100).toNanos();
  private static final int LONGEST_MESSAGE = 200;

  private final JsonNode token;
  private final ClientPeer peer;
  private double last = Double.NEGATIVE_INFINITY;
  private long sentAt;
  private boolean any;
  private boolean closed;

  private ProgressNotifications(JsonNode token, ClientPeer peer) {
    this.token = token;
    this.peer = peer;
    this.closed = !token.isString() && !token.isIntegralNumber();
  }

  /** The notifications of one call; none if the client did not ask for them. */
  static ProgressNotifications of(Request request, MessageContext context) {
    return new ProgressNotifications(
        request.params().path("_meta").path("progressToken"), context.peer());
  }

  @Override
  public synchronized void report(double progress, OptionalDouble total, String message) {
    if (closed || !Double.isFinite(progress) || progress <= last) {
      return;
    }
    long now = System.nanoTime();
    boolean complete = total.isPresent() && progress >= total.getAsDouble();
    if (any && !complete && now - sentAt < INTERVAL) {
      return;
    }
    any = true;
    sentAt = now;
    last = progress;
    peer.send(JsonWriter.bytes(notification(progress, total, message)));
  }

  private ObjectNode notification(double progress, OptionalDouble total, String message) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("jsonrpc", "2.0")
            .put("method", "notifications/progress");
    ObjectNode params = json.putObject("params");
    params.set("progressToken", token);
    params.put("progress", progress);
    total.stream().filter(Double::isFinite).forEach(most -> params.put("total", most));
    if (!message.isBlank()) {
      params.put("message", DisplayValue.text(VisibleText.line(message), LONGEST_MESSAGE - 1));
    }
    return json;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
