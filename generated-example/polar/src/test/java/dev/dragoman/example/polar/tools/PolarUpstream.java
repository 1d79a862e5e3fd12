package dev.dragoman.example.polar.tools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Polar's API on a loopback port, with figures of two weeks. */
final class PolarUpstream implements AutoCloseable {
  private static final String NOW =
      """
      {"period": {"from": "2026-07-06", "to": "2026-07-12"}, "currency": "EUR", "metrics": [
        {"name": "total_sales", "value": 1000, "unit": "currency", "breakdown": [
          {"key": "Meta Ads", "value": 600}, {"key": "Email", "value": 400}]},
        {"name": "refunds", "value": 0, "unit": "currency"}]}
      """;
  private static final String BEFORE =
      """
      {"period": {"from": "2026-06-29", "to": "2026-07-05"}, "currency": "EUR", "metrics": [
        {"name": "refunds", "value": 0, "unit": "currency"},
        {"name": "total_sales", "value": 800, "unit": "currency", "breakdown": [
          {"key": "Meta Ads", "value": 500}, {"key": "TikTok", "value": 300}]}]}
      """;
  private static final String CONTEXT =
      """
      {"conversation_id": "c1", "workspace": {"id": "w", "name": "Lamps", "currency": "EUR",
       "timezone": "Europe/Paris", "owner": "ana@lamps.example"}, "metrics": [], "dimensions": []}
      """;
  private static final String LIMITED =
      "{\"type\": \"about:blank\", \"title\": \"Too Many Requests\", \"status\": 429}";

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  PolarUpstream() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
  }

  /** Method, path, credential and body of each request, without the path's first segment. */
  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
      String path = exchange.getRequestURI().getPath().replaceFirst("^/mcp/tool", "");
      String credential = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      requests.add(exchange.getRequestMethod() + " " + path + " " + credential + " " + body);
      JsonNode sent = JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
      boolean limited = sent.path("metric_names").toString().contains("limited");
      String answer = limited ? LIMITED : answer(path, sent);
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .add("Content-Type", limited ? "application/problem+json" : "application/json");
      exchange.sendResponseHeaders(limited ? 429 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String answer(String path, JsonNode sent) {
    return switch (path) {
      case "/get_metrics" -> sent.path("time_range").asString("").equals("custom") ? BEFORE : NOW;
      case "/get_context" -> CONTEXT;
      case "/rate_report" -> "{\"query_id\": \"q\", \"score\": 8}";
      default -> "{}";
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
