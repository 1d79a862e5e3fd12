package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Complete responses: a status and a short text, never a page and never a stack trace. */
final class HttpResponses {
  private HttpResponses() {}

  private static void nothing() {}

  static void json(HttpExchange exchange, int status, byte[] body) {
    json(exchange, status, body, HttpResponses::nothing);
  }

  /**
   * Sends JSON.
   *
   * @param done called when it has been sent
   */
  static void json(HttpExchange exchange, int status, byte[] body, Runnable done) {
    send(exchange, status, "application/json", body, done);
  }

  static void text(HttpExchange exchange, int status, String text) {
    text(exchange, status, "text/plain;charset=utf-8", text);
  }

  static void text(HttpExchange exchange, int status, String type, String text) {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8), HttpResponses::nothing);
  }

  /** Sends the status in words, for errors at the HTTP level. */
  static void status(HttpExchange exchange, int status) {
    status(exchange, status, Status.reason(status));
  }

  static void status(HttpExchange exchange, int status, String reason) {
    String body = "{\"error\":\"" + reason + "\"}";
    json(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Like the above, with what can be done about it; neither text contains anything to escape. */
  static void status(HttpExchange exchange, int status, String reason, String detail) {
    String body = "{\"error\":\"" + reason + "\",\"detail\":\"" + detail + "\"}";
    json(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  static void empty(HttpExchange exchange, int status) {
    empty(exchange, status, HttpResponses::nothing);
  }

  static void empty(HttpExchange exchange, int status, Runnable done) {
    exchange.status(status);
    exchange.end(ByteBuffer.allocate(0), done);
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) {
    send(exchange, status, type, body, HttpResponses::nothing);
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body, Runnable done) {
    exchange.status(status);
    exchange.header("Content-Type", type);
    exchange.header("Cache-Control", "no-store");
    exchange.header("X-Content-Type-Options", "nosniff");
    exchange.end(ByteBuffer.wrap(body), done);
  }
}
