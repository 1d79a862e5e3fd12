package dev.dragoman.runtime.app;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A whole server in mock mode, and a client that reads its page. */
final class PageServer implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningApp app;

  PageServer(Path folder, String... flags) throws Exception {
    this(folder, TrackerResources.cards(), "Acme Tracker API", Extensions.NONE, Map.of(), flags);
  }

  PageServer(
      Path folder,
      List<OperationCard> cards,
      String title,
      Extensions extensions,
      Map<String, String> environment,
      String... flags)
      throws IOException, InterruptedException {
    TrackerResources.write(folder, cards, Map.of(), Map.of());
    List<String> all =
        new ArrayList<>(List.of("--port", "0", "--mock", "--feedback", "off", "--stop-delay", "0"));
    all.addAll(List.of(flags));
    app =
        new RunningApp(
            TrackerApi.definition(TrackerResources.anchorIn(folder)).title(title).build(),
            extensions,
            environment,
            all);
  }

  /** The server's port. */
  int port() {
    return app.url().getPort();
  }

  HttpResponse<String> send(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  /** The page as a browser with this {@code Host} gets it, with its headers. */
  String raw(String host, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request =
          "GET / HTTP/1.1\r\nConnection: close\r\nHost: "
              + host
              + "\r\n"
              + String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList())
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the operator has been told. */
  String err() {
    return app.err();
  }

  McpClient client(String... headers) {
    return app.client().with(headers);
  }

  @Override
  public void close() {
    app.close();
  }
}
