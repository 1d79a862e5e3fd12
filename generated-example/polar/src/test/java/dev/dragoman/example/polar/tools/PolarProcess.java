package dev.dragoman.example.polar.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Polar server as a process of its own, over HTTP. */
final class PolarProcess implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI url;

  /** Starts the server with variables and flags, and waits until it listens. */
  PolarProcess(Map<String, String> environment, String... flags) throws IOException {
    List<String> options = new ArrayList<>(List.of("--port", "0", "--stop-delay", "0"));
    options.addAll(List.of(flags));
    ProcessBuilder builder =
        new ProcessBuilder(command(options.toArray(String[]::new)))
            .redirectOutput(Redirect.DISCARD);
    builder.environment().putAll(environment);
    process = builder.start();
    url = URI.create(url(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)));
  }

  /** The command line that runs the server on the class path. */
  static List<String> command(String... flags) {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
    command.add(PolarMain.class.getName());
    command.addAll(List.of(flags));
    command.addAll(List.of("--feedback", "off"));
    return command;
  }

  private static String url(InputStreamReader log) throws IOException {
    BufferedReader lines = new BufferedReader(log);
    StringBuilder read = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      read.append(line).append('\n');
      Matcher url = URL.matcher(line);
      if (line.contains("over MCP") && url.find()) {
        return url.group();
      }
    }
    throw new AssertionError("the server ended without saying where it listens:\n" + read);
  }

  URI url() {
    return url;
  }

  HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Calls a tool with one MCP request, without a session. */
  HttpResponse<String> call(String tool, String arguments, String... headers) throws Exception {
    return post(
        "/mcp",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(tool, arguments),
        headers);
  }

  /** The result of a call that succeeds as JSON-RPC. */
  static JsonNode result(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body()).required("result");
  }

  /** The first text of a result. */
  static String text(HttpResponse<String> response) {
    return result(response).at("/content/0/text").asString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
