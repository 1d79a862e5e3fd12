package dev.dragoman.benchmarks.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The requests of a hostile caller, sent in turn and repeatedly. */
final class Attack {
  private static final String HEADERS =
      String.join(
          "\r\n",
          "Host: localhost",
          "Content-Type: application/json",
          "Accept: application/json, text/event-stream",
          "MCP-Protocol-Version: 2025-11-25",
          "Authorization: Bearer hostile-key-0123456789",
          "X-Soak-Access-Mode: full-access",
          "");
  private static final int PATIENCE_MILLIS = 15_000;

  private Attack() {}

  /**
   * A request, sent unchanged.
   *
   * @param name for the table
   * @param request each character represents a byte
   * @param waits whether to wait for the response
   */
  record Request(String name, String request, boolean waits) {

    /**
     * Sends the request on a separate connection; returns the connection if it is to stay open,
     * otherwise null.
     */
    Socket send(int port) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      if (waits) {
        try (socket) {
          socket.getInputStream().readAllBytes();
        }
      }
      return socket;
    }
  }

  /** Requests to which the server can respond immediately. */
  static List<Request> fast() {
    List<Request> all = new ArrayList<>();
    all.addAll(messages());
    all.addAll(arguments());
    all.addAll(framing());
    return all;
  }

  /** Requests whose responses are delayed, broken or huge. */
  static List<Request> slow() {
    return SoakApi.kinds().stream()
        .map(kind -> execute("api " + kind, "answer", "{\"kind\":\"" + kind + "\"}", "null"))
        .toList();
  }

  /** Requests that never end, and responses that are never read. */
  static List<Request> held() {
    String large = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    return List.of(
        new Request("idle", "", false),
        new Request("half headers", "POST /mcp HTTP/1.1\r\nX-Slow: ", false),
        new Request("half body", head(100_000) + "{\"a\":", false),
        new Request("half large body", head(4_000_000) + "x".repeat(300_000), false),
        new Request("unread", (head(large.length()) + large).repeat(200), false));
  }

  private static List<Request> messages() {
    return List.of(
        message(
            "exponent",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":1e99999999999}}"),
        message("wide exponent", "{\"jsonrpc\":\"2.0\",\"id\":1e999999999,\"method\":\"ping\"}"),
        message("deep", "[".repeat(200_000)),
        message("wide", "[" + "{},".repeat(400_000) + "1]"),
        message("long string", "{\"jsonrpc\":\"" + "x".repeat(3_500_000) + "\"}"),
        message("digits", "{\"id\":" + "9".repeat(1_000_000) + "}"),
        message(
            "surrogate",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"\\ud800\"}}"),
        message(
            "batch",
            "[" + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},".repeat(99) + "1]"));
  }

  private static List<Request> arguments() {
    StringBuilder colliding = new StringBuilder("{\"items\":[");
    for (int i = 0; i < 4_096; i++) {
      colliding.append(i == 0 ? "" : ",").append('"').append(collision(i)).append('"');
    }
    String letters = "a".repeat(20_000);
    String patterns =
        "{\"a\":\"%s!\",\"b\":\"%s!\",\"c\":\"%s\",\"d\":\"%s!\"}"
            .formatted(letters, letters, letters, letters);
    return List.of(
        execute("doubling", "doubling", "{}", "{\"v\":\"not an integer\"}"),
        execute("counts", "counts", "{}", patterns),
        execute("collisions", "unique", "{}", colliding + "]}"),
        execute("numbers", "numbers", "{}", "{\"m\":1e999999999,\"i\":1e999999999}"),
        execute("numbers in text", "numbers", "{}", "\"{\\\"m\\\":1e99999999999}\""),
        execute("half a pair", "anything", "{}", "{\"x\":[\"\\udc00\"]}"),
        execute("deep text", "anything", "{}", "\"" + "[".repeat(1_000_000) + "\""),
        execute("wide text", "numbers", "{}", "\"{\\\"x\\\":[" + "{},".repeat(900_000) + "1]}\""),
        execute("large body", "anything", "{}", "\"" + "y".repeat(3_000_000) + "\""));
  }

  private static List<Request> framing() {
    String chunked = "POST /mcp HTTP/1.1\r\n" + HEADERS + "Transfer-Encoding: chunked\r\n";
    return List.of(
        new Request("bad chunk", chunked + "\r\nzz\r\n{}\r\n0\r\n\r\n", true),
        new Request("two lengths", chunked + "Content-Length: 2\r\n\r\n{}", true),
        new Request("no HTTP", "\u0000\u0001\u0002 nonsense\r\n\r\n", true),
        new Request("long header", "POST /mcp HTTP/1.1\r\nX: " + "x".repeat(60_000), true));
  }

  /** Different texts with the same hash code, like {@code Aa} and {@code BB}. */
  private static String collision(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static Request execute(String name, String operation, String arguments, String body) {
    return message(
        name,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
            + "\"arguments\":{\"operation\":\"%s\",\"arguments\":%s,\"body\":%s}}}"
                .formatted(operation, arguments, body));
  }

  private static Request message(String name, String json) {
    String head = head(json.length()).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    return new Request(name, head + json, true);
  }

  private static String head(int length) {
    return String.format(
        Locale.ROOT, "POST /mcp HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n", HEADERS, length);
  }
}
