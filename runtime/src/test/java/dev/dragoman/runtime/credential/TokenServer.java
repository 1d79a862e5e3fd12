package dev.dragoman.runtime.credential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A token endpoint on loopback that keeps every request and answers as it is told. */
public final class TokenServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Script script = number -> new Answer(200, token("token-" + number, 300));

  /** Says what the request of this number, from 1, gets. */
  public interface Script {
    Answer answer(int number) throws InterruptedException;
  }

  /** An answer. */
  public record Answer(int status, String body) {}

  /** Starts on a free port. */
  public TokenServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static String token(String value, int seconds) {
    return "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
        .formatted(value, seconds);
  }

  public void script(Script other) {
    script = other;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  public TokenSettings settings() {
    return new TokenSettings(
        url(),
        "me & co",
        Secret.of("client-secret:%"),
        Optional.of("the api"),
        Optional.of("https://api.example.com/"),
        Optional.of("read write"));
  }

  /** Each request so far: credential and form on a line. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    int number;
    synchronized (requests) {
      requests.add(authorization + " " + form);
      number = requests.size();
    }
    try (exchange) {
      Answer answer = script.answer(number);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.status() == 307) {
        exchange.getResponseHeaders().add("Location", answer.body());
      }
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
