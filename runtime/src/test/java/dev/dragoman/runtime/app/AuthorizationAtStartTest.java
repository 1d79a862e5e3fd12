package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.auth.oauth.AuthorizationServer;
import dev.dragoman.runtime.tool.TenantApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server tells of its authorization server when it starts. */
@DisplayName("S4 Issuer and keys are checked at start, and readiness tells")
class AuthorizationAtStartTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  @TempDir Path folder;
  private final AuthorizationServer issuer = new AuthorizationServer(0);

  @BeforeEach
  void write() throws Exception {
    TenantApi.write(folder);
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private RunningApp server(Map<String, String> environment, String... flags) throws Exception {
    List<String> usual =
        List.of("--port=0", "--mock", "--feedback=off", "--public-url=https://mcp.example");
    return new RunningApp(
        TenantApi.definition(folder).build(),
        environment,
        Stream.concat(usual.stream(), Stream.of(flags)).toList());
  }

  private static HttpResponse<String> list(RunningApp server, String token) throws Exception {
    return server
        .client()
        .with("Authorization", "Bearer " + token)
        .post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
  }

  @Test
  @DisplayName("S4 A good issuer makes a server ready without a call")
  void ready() throws Exception {
    try (RunningApp server = server(Map.of(), "--oauth-issuer=" + issuer.issuer())) {
      server.until(() -> server.readiness() == 200);
      assertThat(issuer.keyFetches()).isEqualTo(1);
      assertThat(server.err()).doesNotContain("OAuth:");
    }
  }

  @ParameterizedTest(name = "S4 A wrong issuer is said in one sentence: {0}")
  @CsvSource({
    "/, 'the issuer in @/.well-known/oauth-authorization-server is \"@\" and the configured one is'",
    "/elsewhere, '@/.well-known/oauth-authorization-server/elsewhere returned status 404'",
    "/elsewhere/, '@/elsewhere/.well-known/openid-configuration returned status 404'",
  })
  void aWrongIssuer(String suffix, String message) throws Exception {
    try (RunningApp server = server(Map.of(), "--oauth-issuer=" + issuer.issuer() + suffix)) {
      server.until(() -> server.err().contains("OAuth: "));

      List<String> said = server.err().lines().filter(line -> line.contains("OAuth:")).toList();
      assertThat(said).singleElement().asString().contains(message.replace("@", issuer.issuer()));
      assertThat(server.readiness()).isEqualTo(503);
      assertThat(server.client().get("/healthz").statusCode()).isEqualTo(200);
      String token =
          issuer.token(
              claims -> claims.issuer(issuer.issuer() + suffix).audience(AUDIENCE).subject("u"));
      HttpResponse<String> answer = list(server, token);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
    }
  }

  @Test
  @DisplayName("S4 A server that starts before its authorization server becomes ready after it")
  void startedTooEarly() throws Exception {
    issuer.down(true);
    try (RunningApp server = server(Map.of(), "--oauth-issuer=" + issuer.issuer())) {
      server.until(() -> server.err().contains("returned status 503"));
      assertThat(server.readiness()).isEqualTo(503);

      issuer.down(false);
      server.until(() -> server.readiness() == 200);
      server.until(() -> server.err().contains("OAuth: access tokens can be verified now."));
      issuer.down(true);
      assertThat(server.readiness()).isEqualTo(200);
      assertThat(list(server, issuer.token(AUDIENCE, "u", "")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S4 A wrong secret for introspection is said at start")
  void introspection() throws Exception {
    String id = AuthorizationServer.introspector();
    for (String secret : List.of("wrong", AuthorizationServer.introspectorSecret())) {
      boolean good = !secret.equals("wrong");
      try (RunningApp server =
          server(
              Map.of("ACME_OAUTH_CLIENT_ID", id, "ACME_OAUTH_CLIENT_SECRET", secret),
              "--oauth-issuer=" + issuer.issuer(),
              "--oauth-introspection=" + issuer.issuer() + "/introspect")) {
        server.until(
            () ->
                good
                    ? server.readiness() == 200
                    : server.err().contains("/introspect returned status 401"));
        assertThat(server.readiness()).isEqualTo(good ? 200 : 503);
        assertThat(server.err()).doesNotContain(secret);
      }
    }
  }
}
