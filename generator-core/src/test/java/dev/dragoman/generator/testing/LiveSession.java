package dev.dragoman.generator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.generator.testing.LiveUpstream.Request;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a running server, and the upstream that the server calls. */
public final class LiveSession implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern URL = Pattern.compile("http://[^ ]+/mcp");

  private final Process process;
  private final LiveUpstream upstream;
  private final Transport transport;

  /** Sends one message, with headers where there are any, and waits for its answer. */
  private interface Transport {
    String send(String message, Map<String, String> headers)
        throws IOException, InterruptedException;
  }

  /** The tools as another caller has them, by the headers of its requests. */
  public interface OtherCaller {
    /** The text that a tool answers with. */
    String call(String tool, String arguments);
  }

  /** Another caller of a server over HTTP. */
  public OtherCaller as(Map<String, String> headers) {
    return (tool, arguments) -> text(answer("tools/call", parameters(tool, arguments), headers));
  }

  /** What the server says about itself to a model that connects. */
  public String instructions() {
    String parameters =
        "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}";
    return JSON.readTree(answer("initialize", parameters))
        .path("result")
        .path("instructions")
        .asString("");
  }

  private LiveSession(Process process, LiveUpstream upstream, Transport transport) {
    this.process = process;
    this.upstream = upstream;
    this.transport = transport;
  }

  static LiveSession stdio(Process process, LiveUpstream upstream) {
    BufferedWriter in =
        new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    return new LiveSession(
        process,
        upstream,
        (message, headers) -> {
          in.write(message + "\n");
          in.flush();
          String line = out.readLine();
          if (line == null) {
            throw new IOException(said(process));
          }
          return line;
        });
  }

  static LiveSession http(Process process, LiveUpstream upstream, Map<String, String> headers)
      throws IOException {
    BufferedReader err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    Matcher url = URL.matcher("");
    while (!url.reset(said).find()) {
      String line = err.readLine();
      if (line == null) {
        throw new IOException(said.toString());
      }
      said.append(line).append('\n');
    }
    URI place = URI.create(url.group());
    HttpClient client = HttpClient.newHttpClient();
    return new LiveSession(
        process,
        upstream,
        (message, others) -> {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(place)
                  .header("Content-Type", "application/json")
                  .header("Accept", "application/json, text/event-stream")
                  .header("MCP-Protocol-Version", "2025-06-18")
                  .POST(HttpRequest.BodyPublishers.ofString(message));
          headers.forEach(request::header);
          others.forEach(request::header);
          return client.send(request.build(), BodyHandlers.ofString()).body();
        });
  }

  private static String said(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), UTF_8);
  }

  /** What the server says about wrong flags or variables; it ends at once. */
  public String refusedStart() throws IOException, InterruptedException {
    String text = said(process);
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 2) {
      throw new AssertionError("The server started: " + text);
    }
    return text;
  }

  /** The upstream, to have it answer otherwise. */
  public LiveUpstream upstream() {
    return upstream;
  }

  /** The text that a tool answers with. */
  public String call(String tool, String arguments) {
    return text(answer("tools/call", parameters(tool, arguments)));
  }

  private static String text(String answer) {
    JsonNode text = JSON.readTree(answer).path("result").path("content").path(0).path("text");
    return text.isString() ? text.stringValue() : answer;
  }

  /** The whole result of a tool. */
  public JsonNode result(String tool, String arguments) {
    return JSON.readTree(answer("tools/call", parameters(tool, arguments))).path("result");
  }

  /** The list of tools. */
  public JsonNode tools() {
    return JSON.readTree(answer("tools/list", "{}")).path("result").path("tools");
  }

  private static String parameters(String tool, String arguments) {
    return "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}";
  }

  private String answer(String method, String parameters) {
    return answer(method, parameters, Map.of());
  }

  private String answer(String method, String parameters, Map<String, String> headers) {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":"
            + parameters
            + "}";
    try {
      return transport.send(message, headers);
    } catch (IOException e) {
      throw new AssertionError(e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What search shows of an operation by its id. */
  public String describe(String operation) {
    return call("search", "{\"operation\":\"" + operation + "\"}");
  }

  /** Runs an operation and gives the one request that it became. */
  public Request sent(String arguments) {
    upstream.take();
    String text = call("execute", arguments);
    List<Request> requests = upstream.take();
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, got " + requests + ": " + text);
    }
    return requests.get(0);
  }

  /** Runs an operation that must be refused before anything is sent, and gives the refusal. */
  public String refused(String arguments) {
    upstream.take();
    String text = call("execute", arguments);
    List<Request> requests = upstream.take();
    if (!requests.isEmpty()) {
      throw new AssertionError("expected a refusal, but this was sent: " + requests);
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    upstream.close();
  }
}
