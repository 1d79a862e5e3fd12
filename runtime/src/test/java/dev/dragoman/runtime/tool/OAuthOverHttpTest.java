package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Callers with access tokens, through HTTP to a recording API. */
class OAuthOverHttpTest {
  private static final String METADATA =
      "resource_metadata=\"https://mcp.example/.well-known/oauth-protected-resource/mcp\"";

  private static GuardedServer server;

  @BeforeAll
  static void start() {
    server = new GuardedServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token, "X-Acme-Access-Mode", "full-access");
  }

  private static String challenge(HttpResponse<String> answer) {
    return answer.headers().firstValue("WWW-Authenticate").orElse("none");
  }

  @Test
  @DisplayName("S5 An access token never goes upstream, in any header, query or body")
  void theTokenStaysHere() {
    String token = server.token("things:write things:delete");
    int before = server.sent().size();

    for (String operation : List.of("read", "write", "destructive", "user-read")) {
      assertThat(server.execute(bearer(token), operation).statusCode()).isEqualTo(200);
    }

    List<String> sent = server.sent().subList(before, server.sent().size());
    assertThat(sent).hasSize(4);
    String signature = token.substring(token.lastIndexOf('.') + 1);
    assertThat(sent)
        .noneMatch(request -> request.contains(token) || request.contains(signature))
        .noneMatch(request -> request.contains(token.substring(0, 12)))
        .noneMatch(request -> request.contains("Authorization") || request.contains("user-1"));
  }

  @Test
  @DisplayName("S5 A key does go upstream, and to the API alone")
  void aKeyGoesUpstream() {
    assertThat(server.execute(bearer("live_key"), "read").statusCode()).isEqualTo(200);

    assertThat(server.sent())
        .anyMatch(request -> request.contains("Authorization: Bearer live_key"));
  }

  @Test
  @DisplayName("S3 A missing scope is a 403 that names all the call needs and those there are")
  void aMissingScopeIsForbidden() {
    HttpResponse<String> answer =
        server.execute(bearer(server.token("other things:read offline_access")), "destructive");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(challenge(answer))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"things:write things:delete other"
                + " things:read\", "
                + METADATA
                + ", error_description=\"The call requires scopes that the access token does not have\"");
    JsonNode result = JsonMapper.shared().readTree(answer.body()).required("result");
    assertThat(result.required("isError").booleanValue()).isTrue();
    assertThat(result.toString())
        .contains("destructive (DELETE /destructive) requires scopes that")
        .contains("the scopes things:write things:delete");
  }

  @Test
  @DisplayName("S3 The same for a client of 2026-07-28")
  void aMissingScopeInTheModernEra() {
    HttpResponse<String> answer =
        server.post(
            bearer(server.token("")),
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
                + "\"arguments\":{\"operation\":\"read\"},\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}",
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            "tools/call",
            "Mcp-Name",
            "execute");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(challenge(answer)).contains("insufficient_scope", "scope=\"things:read\"");
    assertThat(answer.body()).contains("\"id\":7", "\"resultType\":\"complete\"");
  }

  @Test
  @DisplayName("S3 In a batch a missing scope is an error of its call alone")
  void aMissingScopeInABatch() {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
            + "\"arguments\":{\"operation\":\"%s\"}}}";
    HttpResponse<String> answer =
        server.post(
            bearer(server.token("things:read")),
            "[" + call.formatted(1, "read") + "," + call.formatted(2, "write") + "]");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\\\"done\\\":true").contains("\"isError\":true");
  }

  @Test
  @DisplayName("S3 A bad token is a 401 that says where to get another and repeats nothing of it")
  void aBadToken() {
    String bad = server.token("things:read").replaceFirst("[^.]*$", "AAAA");

    HttpResponse<String> answer = server.execute(bearer(bad), "read");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(challenge(answer)).contains("error=\"invalid_token\"", METADATA, "things:read");
    assertThat(answer.body()).doesNotContain(bad, bad.substring(0, 12));
    assertThat(server.execute(bearer("e".repeat(9_000)), "read").statusCode()).isEqualTo(400);
    assertThat(server.execute(bearer("e".repeat(1_000_000)), "read").statusCode()).isEqualTo(431);
  }

  @ParameterizedTest(name = "S6 With an access token {0} is not for a header to say")
  @CsvSource({
    "X-Acme-Auth-Mode,      partner, OAuth callers can only use user mode",
    "X-Acme-Partner-Org-Id, org_1,   must be omitted: the access token does not name an organization",
    "X-Acme-Environment,    sandbox, is for API keys only",
  })
  void whatATokenSaysNoHeaderSays(String header, String value, String message) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + server.token("things:read"), header, value);

    HttpResponse<String> answer = server.execute(headers, "read");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(header, message);
  }

  @Test
  @DisplayName("S6 Search says of each hit whether this caller may run it, and what would allow it")
  void searchShowsWhatTheCallerMay() {
    String partly = search(Map.of("Authorization", "Bearer " + server.token("things:read")));
    String user = search(Map.of("Authorization", "Bearer live_key"));

    assertThat(partly)
        .contains("read: GET /read\\n  does: \\\"Do read\\\"\\n  access: read, allowed")
        .contains("access: destructive, refused here (see below)")
        .contains("X-Acme-Access-Mode: full-access")
        .contains("a token with the scopes things:write things:delete, and a person")
        .contains("partner mode requires a connection with an API key");
    assertThat(user).contains("X-Acme-Auth-Mode: partner").doesNotContain("a token with the scope");
  }

  private static String search(Map<String, String> headers) {
    return server.call(headers, "search", "{\"query\":\"do read write destructive\"}").body();
  }

  @Test
  @DisplayName("S16 Interleaved callers: each is answered, refused and forwarded as itself")
  void nothingIsSharedBetweenCallers() {
    String few = server.token("things:read");
    String enough = server.token("things:write things:delete");
    AtomicInteger mixed = new AtomicInteger();
    int before = server.sent().size();

    IntStream.range(0, 900)
        .parallel()
        .forEach(
            number -> {
              String credential = List.of(few, enough, "live_" + number).get(number % 3);
              int expected = number % 3 == 0 ? 403 : 200;
              if (server.execute(bearer(credential), "write").statusCode() != expected) {
                mixed.incrementAndGet();
              }
            });

    assertThat(mixed).hasValue(0);
    List<String> sent = server.sent().subList(before, server.sent().size());
    assertThat(sent).hasSize(600);
    assertThat(sent.stream().filter(request -> request.contains("Bearer live_")).distinct())
        .hasSize(300);
    assertThat(sent).noneMatch(request -> request.contains("eyJ"));
  }
}
