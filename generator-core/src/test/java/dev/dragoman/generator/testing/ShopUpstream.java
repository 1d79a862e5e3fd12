package dev.dragoman.generator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The API of {@code client/shop.yaml} on loopback: 250 of everything, in pages of 100. */
public final class ShopUpstream implements AutoCloseable {
  private static final int ALL = 250;
  private static final String LAMP =
      "{\"id\": \"i1\", \"name\": \"lamp\", \"price\": 12.50, \"unknown\": [1],"
          + " \"maker\": {\"city\": \"Turin\"}}";

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Starts on a free port. */
  public ShopUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its base URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method, URL, credential and body of every request. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + key + body);
    switch (route) {
      case "GET /items/lamp" -> json(exchange, 200, LAMP);
      case "POST /items" -> json(exchange, 201, body.replace("{", "{\"id\":\"i2\","));
      case "GET /items/none", "DELETE /items/lamp" -> exchange.sendResponseHeaders(204, -1);
      case "GET /items/list" -> json(exchange, 200, "[]");
      case "GET /items/broken" -> broken(exchange);
      case "GET /items/lamp/photo" -> send(exchange, 200, "image/png", new byte[] {1, 2, 3});
      case "GET /count" -> json(exchange, 200, "250");
      default -> page(exchange, route, query);
    }
    exchange.close();
  }

  private static void broken(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("X-Request-Id", "r-1");
    send(
        exchange,
        503,
        "application/problem+json",
        "{\"title\": \"Down\", \"detail\": \"The lamp is broken\"}".getBytes(UTF_8));
  }

  private static void page(HttpExchange exchange, String route, String query) throws IOException {
    int at = number(query.replaceFirst("&.*|.*&(?=page=)", ""), 0);
    switch (route) {
      case "GET /items" -> {
        int page = query.contains("&page=") || query.startsWith("page=") ? pageOf(query) : 1;
        String items = list((page - 1) * 100, i -> "{\"id\": \"i" + i + "\", \"name\": \"x\"}");
        json(exchange, 200, "{\"total\": 250, \"items\": " + items + "}");
      }
      case "GET /orders" -> {
        String data = list(at, i -> "{\"number\": " + i + ", \"state\": \"odd\"}");
        String next = at + 100 < ALL ? "\"" + (at + 100) + "\"" : "null";
        json(
            exchange, 200, "{\"data\": %s, \"meta\": {\"next_cursor\": %s}}".formatted(data, next));
      }
      case "GET /events" -> {
        String last = "<https://elsewhere.example.com/events?cursor=200>; rel=\"last\"";
        String next = "</v9/other?x=1&cursor=" + (at + 100) + "#f>; title=\"a\"; rel=next, " + last;
        exchange.getResponseHeaders().set("Link", at + 100 < ALL ? next : last);
        json(exchange, 200, list(at, String::valueOf));
      }
      case "GET /logs" -> json(exchange, 200, list(at, i -> "\"line " + i + "\""));
      case "GET /charges" -> {
        int from = query.equals("null") ? 0 : at + 1;
        String data = list(from, i -> "{\"id\": \"" + i + "\"}");
        json(exchange, 200, "{\"has_more\": %s, \"data\": %s}".formatted(from + 100 < ALL, data));
      }
      case "GET /feed" -> {
        String next = "\"http://elsewhere.example.com/feed?page=" + (at + 1) + "\"";
        String results = list(at * 100, String::valueOf);
        String more = at < 2 ? next : "null";
        json(exchange, 200, "{\"next\": %s, \"results\": %s}".formatted(more, results));
      }
      case "GET /stuck" -> json(exchange, 200, "{\"nextPageToken\": \"t\", \"values\": [1]}");
      case "GET /deaf" -> json(exchange, 200, "[1, 2]");
      default -> json(exchange, 404, "{}");
    }
  }

  private static int pageOf(String query) {
    return number(query.replaceFirst(".*&(?=page=)|&.*", "").replaceFirst("&.*", ""), 1);
  }

  private static int number(String pair, int otherwise) {
    String digits = pair.replaceFirst(".*=", "");
    return digits.matches("[0-9]+") ? Integer.parseInt(digits) : otherwise;
  }

  private static String list(int from, IntFunction<String> item) {
    return IntStream.range(from, Math.max(from, Math.min(ALL, from + 100)))
        .mapToObj(item)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "application/json", body.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
