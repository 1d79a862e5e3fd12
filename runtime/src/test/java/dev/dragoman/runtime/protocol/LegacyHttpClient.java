package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the {@code initialize} line that can be asked, byte by byte in the test's hand. */
final class LegacyHttpClient {
  private static final String KEY = "X-Test-Key";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpTestServer server;
  private final String version;
  private final Map<String, String> headers;
  private final Optional<String> session;

  private LegacyHttpClient(
      HttpTestServer server,
      String version,
      Map<String, String> headers,
      Optional<String> session) {
    this.server = server;
    this.version = version;
    this.headers = headers;
    this.session = session;
  }

  /** Initializes and keeps the session, where one is given out. */
  static LegacyHttpClient connect(
      HttpTestServer server, String version, String key, String capabilities) {
    return connect(server, version, Map.of(KEY, key), capabilities);
  }

  /** The same with any headers. */
  static LegacyHttpClient connect(
      HttpTestServer server, String version, Map<String, String> headers, String capabilities) {
    LegacyHttpClient fresh = new LegacyHttpClient(server, version, headers, Optional.empty());
    Reply response =
        fresh.post(
            Message.in(version)
                .asks(
                    "initialize",
                    "{\"protocolVersion\": \"%s\", \"capabilities\": %s}"
                        .formatted(version, capabilities))
                .text(),
            "application/json, text/event-stream");
    assertThat(response.status()).isEqualTo(200);
    return fresh.in(response.headers().firstValue("Mcp-Session-Id"));
  }

  Optional<String> session() {
    return session;
  }

  /** The same client in another session. */
  LegacyHttpClient in(Optional<String> other) {
    return new LegacyHttpClient(server, version, headers, other);
  }

  /** The same session with another key. */
  LegacyHttpClient withKey(String other) {
    return as(Map.of(KEY, other));
  }

  /** The same session with other headers. */
  LegacyHttpClient as(Map<String, String> others) {
    return new LegacyHttpClient(server, version, others, session);
  }

  /** Calls a tool; the answer, or its stream, is read by {@link Reply#next}. */
  Reply call(String tool) {
    return post(
        Message.in(version).calls(tool, "{}").text(), "application/json, text/event-stream");
  }

  /** Answers a question; the HTTP status. */
  int answer(JsonNode id, String result) {
    return post(
            "{\"jsonrpc\": \"2.0\", \"id\": %s, \"result\": %s}".formatted(id, result),
            "application/json, text/event-stream")
        .status();
  }

  Reply post(String message, String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri())
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(message));
    if (!message.contains("\"initialize\"")) {
      request.header("MCP-Protocol-Version", version);
    }
    headers.forEach(request::header);
    session.ifPresent(id -> request.header("Mcp-Session-Id", id));
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      return new Reply(
          response.statusCode(),
          response.headers(),
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back, read as it comes. */
  record Reply(int status, HttpHeaders headers, BufferedReader body) {

    /** The next message of an event stream, or the only one of a plain answer. */
    JsonNode next() {
      try {
        String line = body.readLine();
        while (line != null && !line.startsWith("data: ") && !line.startsWith("{")) {
          line = body.readLine();
        }
        assertThat(line).as("a message").isNotNull();
        return JsonMapper.shared().readTree(line.replaceFirst("^data: ", ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
