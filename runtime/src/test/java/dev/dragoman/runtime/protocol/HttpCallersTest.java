package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.RequestHeaders;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many callers at once: each is answered as itself. */
class HttpCallersTest {
  private static final McpTool ORGANIZATION =
      FixtureTool.named(
          "organization", call -> CallToolResult.text(call.caller().organization().orElse("none")));

  @Test
  @DisplayName("S16 Nothing is shared between callers")
  void nothingIsSharedBetweenCallers() {
    Message question = Message.in("2026-07-28").calls("organization", "{}");
    try (HttpTestServer server =
        new HttpTestServer(HttpOptions.onPort(0), HttpCallersTest::caller, ORGANIZATION)) {
      IntStream.range(0, 2000)
          .parallel()
          .forEach(
              number -> {
                String organization = "org-" + number;
                HttpRequest request =
                    HttpRequest.newBuilder(server.request(question), (name, value) -> true)
                        .header("X-Organization", organization)
                        .build();
                Answer answer = Answer.of(200, server.exchange(request).body());
                assertThat(answer.at("/result/content/0/text").asString()).isEqualTo(organization);
              });
    }
  }

  private static Caller caller(RequestHeaders headers) {
    return new Caller(
        AccessMode.READ_ONLY,
        AuthMode.PARTNER,
        headers.all("X-Organization").stream().findFirst(),
        Optional.empty());
  }
}
