package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers that repeat or choose what the body says. */
@DisplayName("S2 Headers say what the body says")
class HttpHeadersTest {
  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    server = new HttpTestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-07-28, tools/call, whoami, 200, 0",
        "2026-07-28, tools/call, =?base64?d2hvYW1p?=, 200, 0",
        "2026-07-28, tools/call, =?base64?ZWNobw==?=, 400, -32020",
        "2026-07-28, tools/call, =?base64?d2hv!!?=, 400, -32020",
        "2026-07-28, tools/call, =?base64?=, 400, -32020",
        "2026-07-28, tools/call, =?base64?//8=?=, 400, -32020",
        "2026-07-28, tools/call, d2hvYW1p, 400, -32020",
        "2026-07-28, tools/call, Whoami, 400, -32020",
        "2026-07-28, tools/call, none, 400, -32020",
        "2026-07-28, tools/list, whoami, 400, -32020",
        "2026-07-28, TOOLS/CALL, whoami, 400, -32020",
        "2026-07-28, none, whoami, 400, -32020",
        "2025-11-25, tools/call, whoami, 400, -32020",
        "2099-01-01, tools/call, whoami, 400, -32020",
        "none, tools/call, whoami, 400, -32020",
      })
  void headersSayWhatTheBodySays(String version, String method, String name, int status, int code) {
    Message call = Message.in("2026-07-28").calls("whoami", "{}");
    HttpRequest.Builder request = bare(call);
    header(request, "mcp-protocol-version", version);
    header(request, "MCP-METHOD", method);
    header(request, "Mcp-Name", name);
    assertAnswer(request, status, code);
  }

  @Test
  void aHeaderThatIsThereTwiceIsRefused() {
    Message call = Message.in("2026-07-28").calls("whoami", "{}");
    HttpRequest.Builder request = bare(call);
    header(request, "MCP-Protocol-Version", "2026-07-28");
    header(request, "Mcp-Method", "tools/call");
    header(request, "Mcp-Name", "whoami");
    header(request, "Mcp-Name", "echo");
    assertAnswer(request, 400, -32020);
  }

  /** Whichever of the two another reader took, it would be right about the header. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'method': 'tools/call'|'method': 'tools/call', 'method': 'tools/list'|400|-32700",
        "'method': 'tools/call'|'method': 'tools/call', 'method': 'tools/call'|400|-32700",
        "'name': 'whoami'|'name': 'echo', 'name': 'whoami'|400|-32700",
        "'name': 'whoami'|'name': 'whoami', 'n\\u0061me': 'echo'|400|-32700",
        "'method': 'tools/call'|'Method': 'tools/call'|400|-32600",
        "'name': 'whoami'|'Name': 'whoami'|200|-32602",
      })
  void keysAreThereOnceAndInTheirCase(String said, String instead, int status, int code) {
    String text = Message.in("2026-07-28").calls("whoami", "{}").text().replaceAll("\\s+", "");
    String from = said.replace('\'', '"').replace(" ", "");
    assertThat(text).contains(from);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri())
            .header("Content-Type", "application/json")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "whoami")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    text.replace(from, instead.replace('\'', '"').replace(" ", ""))));
    assertAnswer(request, status, code);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2025-11-25, 200, 0",
        "2025-06-18, 200, 0",
        "2025-03-26, 200, 0",
        "none, 200, 0",
        "2024-11-05, 400, -32022",
        "nonsense, 400, -32022",
        "2026-07-28, 400, -32602",
      })
  void theHeaderAloneChoosesTheRevisionOfALegacyRequest(String version, int status, int code) {
    HttpRequest.Builder request = bare(Message.in("2025-11-25").asks("tools/list"));
    header(request, "MCP-Protocol-Version", version);
    assertAnswer(request, status, code);
  }

  @Test
  void anUnknownRevisionIsRefusedForNotificationsToo() {
    HttpRequest.Builder request = bare(Message.in("2025-11-25").notifies("notifications/x"));
    header(request, "MCP-Protocol-Version", "2024-11-05");
    assertAnswer(request, 400, -32022);
  }

  @Test
  void sessionsAndStreamPositionsAreIgnored() {
    HttpRequest.Builder request = bare(Message.in("2026-07-28").calls("whoami", "{}"));
    header(request, "MCP-Protocol-Version", "2026-07-28");
    header(request, "Mcp-Method", "tools/call");
    header(request, "Mcp-Name", "whoami");
    header(request, "Mcp-Session-Id", "made-up");
    header(request, "Last-Event-ID", "12");
    HttpResponse<String> response = assertAnswer(request, 200, 0);
    assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
  }

  private static HttpRequest.Builder bare(Message message) {
    return HttpRequest.newBuilder(server.uri())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(message.text()));
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private static HttpResponse<String> assertAnswer(
      HttpRequest.Builder request, int status, int code) {
    HttpResponse<String> response = server.exchange(request.build());
    Answer answer = Answer.of(response.statusCode(), response.body());
    assertThat(answer.status()).as(response.body()).isEqualTo(status);
    assertThat(answer.errorCode()).isEqualTo(code);
    if (code != 0) {
      MessageSchemas.check("2026-07-28", "", answer.message());
    }
    return response;
  }
}
