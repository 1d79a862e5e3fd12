package dev.dragoman.runtime.protocol;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.mcp.fixture.FixtureServer;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.transport.http.HttpLifecycle;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The fixture server over HTTP, on a free port. */
final class HttpTestServer implements TestServer {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpTransport transport;

  HttpTestServer() {
    this(HttpOptions.onPort(0), headers -> Caller.anonymous());
  }

  HttpTestServer(HttpOptions options, CallerResolver callers, McpTool... more) {
    this.transport = HttpTransport.start(options, FixtureServer.core(more), callers);
  }

  HttpTestServer(HttpOptions options, HttpLifecycle life, McpTool... more) {
    this.transport =
        HttpTransport.start(options, FixtureServer.core(more), headers -> Caller.anonymous(), life);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + transport.port() + "/mcp");
  }

  int port() {
    return transport.port();
  }

  @Override
  public Answer send(Message message) {
    HttpResponse<String> response = exchange(request(message));
    return Answer.of(response.statusCode(), response.body());
  }

  /** The request that a client of the message's revision makes. */
  HttpRequest request(Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(message.text()));
    boolean hasHeader =
        message.isModern()
            || !(message.version().equals("2025-03-26") || message.method().equals("initialize"));
    if (hasHeader) {
      request.header("MCP-Protocol-Version", message.version());
    }
    if (message.isModern() && !message.method().isEmpty()) {
      request.header("Mcp-Method", message.method());
      message.tool().ifPresent(name -> request.header("Mcp-Name", name));
    }
    return request.build();
  }

  HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
