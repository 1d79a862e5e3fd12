package dev.dragoman.generator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of {@code paging/lists.yaml} on loopback: each path has the same 250 items, in pages that
 * follow each other in a way of its own.
 */
public final class PagedUpstream implements Closeable {
  public static final int ITEMS = 250;
  private static final int SIZE = 50;
  private static final int TEXT = 60;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final HttpServer server;
  private final List<String> positions = new CopyOnWriteArrayList<>();

  public PagedUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What the requests said about the position of their page, as {@code /path name=value}. */
  public List<String> positions() {
    return List.copyOf(positions);
  }

  private void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> given = given(exchange);
    given.forEach((name, value) -> positions.add(path + " " + name + "=" + value));
    String token = exchange.getRequestHeaders().getFirst("X-Next-Token");
    if (token != null) {
      positions.add(path + " X-Next-Token: " + token);
    }
    int size = number(given, "per_page", number(given, "limit", SIZE));
    JsonNode body =
        switch (path) {
          case "/page" -> items((number(given, "page", 1) - 1) * size, size);
          case "/position" -> items(number(given, "startPosition", 1) - 1, SIZE);
          case "/offset" ->
              object("results", items(number(given, "offset", 0), size)).put("total", ITEMS);
          case "/search/offset" -> object("items", items(number(given, "offset", 0), size));
          case "/search/page" -> object("hits", items(number(given, "page", 0) * SIZE, SIZE));
          case "/last" -> after(given.getOrDefault("starting_after", "i-1"), size);
          case "/link" -> items(position(given.get("after")), SIZE);
          case "/cursor" -> cursor(given.get("cursor"), "data", "/meta/next_cursor");
          case "/header" -> cursor(token, "data", "/nextToken");
          case "/search/cursor" -> cursor(given.get("start_cursor"), "results", "/next_cursor");
          case "/url" -> linked(given);
          default -> throw new IllegalArgumentException(path);
        };
    int end = position(given.get("after")) + SIZE;
    if (path.equals("/link") && end < ITEMS) {
      String link = "<https://api.example.com/link?after=c" + end + ">; rel=\"next\"";
      exchange.getResponseHeaders().add("Link", link);
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The parameters of the query and the members of the body. */
  private static Map<String, String> given(HttpExchange exchange) throws IOException {
    Map<String, String> given = new LinkedHashMap<>();
    String query = exchange.getRequestURI().getQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      given.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (body.length > 0) {
      JsonMapper.shared()
          .readTree(body)
          .forEachEntry((name, value) -> given.put(name, value.asString("")));
    }
    return given;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
  }

  private static int position(@Nullable String cursor) {
    return cursor == null ? 0 : Integer.parseInt(cursor.substring(1));
  }

  private static ArrayNode items(int start, int size) {
    ArrayNode items = NODES.arrayNode();
    for (int i = start; i < Math.min(start + size, ITEMS); i++) {
      items.addObject().put("id", "i" + i).put("number", i).put("text", "x".repeat(TEXT));
    }
    return items;
  }

  private static ObjectNode object(String name, ArrayNode items) {
    ObjectNode object = NODES.objectNode();
    object.set(name, items);
    return object;
  }

  private static ObjectNode after(String id, int size) {
    int start = position(id) + 1;
    return object("data", items(start, size)).put("has_more", start + size < ITEMS);
  }

  private static ObjectNode cursor(@Nullable String cursor, String list, String next) {
    int end = position(cursor) + SIZE;
    ObjectNode body = object(list, items(position(cursor), SIZE));
    String name = next.substring(next.lastIndexOf('/') + 1);
    ObjectNode around = next.startsWith("/meta/") ? body.putObject("meta") : body;
    if (list.equals("results")) {
      body.put("has_more", end < ITEMS);
    }
    if (end < ITEMS) {
      around.put(name, "c" + end);
    }
    return body;
  }

  /** The document does not declare the parameter in this URL. */
  private static ObjectNode linked(Map<String, String> given) {
    int end = position(given.get("$skiptoken")) + SIZE;
    ObjectNode body = object("value", items(position(given.get("$skiptoken")), SIZE));
    if (end < ITEMS) {
      body.put("@odata.nextLink", "https://api.example.com/url?api-version=1&%24skiptoken=c" + end);
    }
    return body;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
