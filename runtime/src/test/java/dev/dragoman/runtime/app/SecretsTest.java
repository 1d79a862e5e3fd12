package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that go through calls which fail in every way, and all that a server says of them. */
class SecretsTest {
  private static final Pattern WAY = Pattern.compile("^[A-Z]+ /repos/([a-z]+)/");
  private static final List<String> WAYS =
      List.of("echo", "redirect", "cut", "garbage", "reset", "bomb", "late", "unavailable");

  @TempDir Path folder;

  private static String secret(int number) {
    return "sk/live+" + number + "=k" + number + "ey-of-caller:" + number + "-S3cr3t";
  }

  /** The secret itself and what it may hide as. */
  private static List<String> spellings(String secret) {
    Base64.Encoder base64 = Base64.getEncoder();
    return List.of(
        secret,
        secret.substring(0, 12),
        URLEncoder.encode(secret, UTF_8),
        base64.encodeToString(secret.getBytes(UTF_8)).substring(0, 20),
        Base64.getUrlEncoder().encodeToString(secret.getBytes(UTF_8)).substring(0, 20),
        base64.encodeToString((secret + ":").getBytes(UTF_8)));
  }

  private static void fail(String request, OutputStream out)
      throws IOException, InterruptedException {
    Matcher way = WAY.matcher(request);
    String key = request.replaceAll("(?s).*\r\nAuthorization: (\\S+ )(\\S+)\r\n.*", "$2");
    switch (way.find() ? way.group(1) : "none") {
      case "echo" ->
          out.write(
              RawUpstream.withBody(
                  "HTTP/1.1 401 No\nWWW-Authenticate: Bearer " + key,
                  ("no such key: " + key + ", " + URLEncoder.encode(key, UTF_8)).getBytes(UTF_8)));
      case "redirect" ->
          out.write(
              RawUpstream.bytes(
                  "HTTP/1.1 302 No\nLocation: http://other.invalid/?key="
                      + URLEncoder.encode(key, UTF_8)
                      + "\nContent-Length: 0\n\n"));
      case "cut" -> out.write(RawUpstream.bytes("HTTP/1.1 200 OK\nContent-Length: 999\n\n" + key));
      case "garbage" -> out.write(RawUpstream.bytes("HTTP/9 " + key + "\n\n"));
      case "bomb" ->
          out.write(
              RawUpstream.withBody("HTTP/1.1 200 OK\nContent-Encoding: gzip", key.getBytes(UTF_8)));
      case "late" -> Thread.sleep(60_000);
      case "unavailable" ->
          out.write(
              RawUpstream.withBody(
                  "HTTP/1.1 503 No\nX-Request-Id: " + key,
                  ("{\"k\":\"" + key + "\"}").getBytes(UTF_8)));
      default -> out.flush();
    }
  }

  @Test
  @DisplayName("S10 eight secrets through failing calls at TRACE: no trace of them anywhere")
  void noSecretIsTold() throws Exception {
    TrackerResources.write(folder);
    List<String> told = new ArrayList<>();
    try (RawUpstream api = RawUpstream.scripted(SecretsTest::fail);
        ServerChild server =
            new ServerChild(
                folder,
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"),
                "--base-url",
                api.url().toString(),
                "--metrics",
                "--timeout",
                "3",
                "--feedback",
                folder.resolve("f.jsonl").toString())) {
      for (int number = 0; number < WAYS.size(); number++) {
        told.addAll(answers(server, secret(number), WAYS.get(number)));
      }
      assertThat(api.requests()).as("the keys do go to the API").hasSizeGreaterThan(8);
      told.add(server.client().get("/metrics").body());
      assertThat(told.get(told.size() - 1)).contains("dragoman_tool_calls_total");
      told.add(server.stop());
    }
    told.add(Files.readString(folder.resolve("f.jsonl")));
    for (int number = 0; number < WAYS.size(); number++) {
      for (String spelling : spellings(secret(number))) {
        assertThat(told).as(WAYS.get(number)).noneMatch(text -> text.contains(spelling));
      }
    }
  }

  /** What a caller is told: of a call that fails in this way, and of others that never go out. */
  private static List<String> answers(ServerChild server, String secret, String way)
      throws Exception {
    McpClient client = server.client("Authorization", "Bearer " + secret);
    McpClient unclear =
        server.client("Authorization", "Bearer " + secret, "X-Acme-Access-Mode", secret);
    String list =
        "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \""
            + way
            + "\", \"repo\":"
            + " \"r\"%s}}";
    List<String> messages =
        List.of(
            McpClient.call("execute", list.formatted("")),
            McpClient.call("execute", list.formatted(", \"page\": \"x\"")),
            McpClient.call("execute", list.formatted("").replace("}}", "}, \"dry_run\": true}")),
            McpClient.call("execute", "{\"operation\": \"issues_delete\"}"),
            McpClient.call("search", "{\"query\": \"issues\"}"),
            McpClient.call(
                "submit_mcp_feedback", "{\"kind\": \"bug\", \"message\": \"failed: " + way + "\"}"),
            "{broken");
    List<String> told = new ArrayList<>();
    for (String message : messages) {
      told.add(text(client.post(message)));
    }
    told.add(text(unclear.post(messages.get(0))));
    return told;
  }

  private static String text(HttpResponse<String> response) {
    return response.statusCode() + " " + response.headers().map() + " " + response.body();
  }

  @Test
  @DisplayName("S10 no toString tells a secret")
  void noToStringTellsASecret() {
    Secret secret = Secret.of(secret(1));
    Caller caller =
        new Caller(AccessMode.FULL_ACCESS, AuthMode.USER, Optional.empty(), Optional.of(secret));

    assertThat(secret + " " + caller + " " + Optional.of(secret) + " " + List.of(caller))
        .doesNotContain("sk/live");
  }
}
