package dev.dragoman.generator.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on loopback that answers as it is told. */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  private FileServer(HttpServer server) {
    this.server = server;
  }

  public static FileServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return new FileServer(server);
  }

  /** Answers a path with 200. */
  public FileServer put(String path, String contentType, String text) {
    return answer(path, 200, "Content-Type", contentType, text);
  }

  /** Answers a path. */
  public FileServer answer(String path, int status, String header, String value, String text) {
    server.createContext(
        path,
        exchange -> {
          String sent = exchange.getRequestHeaders().getFirst("Authorization");
          authorizations.add(sent == null ? "none" : sent);
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set(header, value);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    return this;
  }

  /** Forgets a path. */
  public void remove(String path) {
    server.removeContext(path);
  }

  /** What requests sent, {@code none} for those without. */
  public List<String> authorizations() {
    return authorizations;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
