package dev.dragoman.runtime.transport.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Complete responses: a status and a short text, never a page and never a stack trace. */
final class HttpResponses {
  private HttpResponses() {}

  static boolean json(Response response, Callback callback, int status, byte[] body) {
    return send(response, callback, status, "application/json", body);
  }

  static boolean text(Response response, Callback callback, int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return send(response, callback, status, "text/plain;charset=utf-8", body);
  }

  static boolean text(Response response, Callback callback, int status, String type, String text) {
    return send(response, callback, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends the status in words, for errors at the HTTP level. */
  static boolean status(Response response, Callback callback, int status) {
    return json(response, callback, status, statusBody(status));
  }

  static byte[] statusBody(int status) {
    return ("{\"error\":\"" + HttpStatus.getMessage(status) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  static boolean empty(Response response, Callback callback, int status) {
    response.setStatus(status);
    callback.succeeded();
    return true;
  }

  private static boolean send(
      Response response, Callback callback, int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
