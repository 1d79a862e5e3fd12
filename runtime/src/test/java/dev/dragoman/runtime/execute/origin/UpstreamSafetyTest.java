package dev.dragoman.runtime.execute.origin;

import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.Location;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.credential.ClientCredentials;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.credential.TokenExchange;
import dev.dragoman.runtime.credential.TokenServer;
import dev.dragoman.runtime.execute.Calls;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.http.EnvironmentExecutor;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.RequestBody;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What goes to the API and what never does: promises S5, S7 and S8. */
class UpstreamSafetyTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.inbound-access-token.c2lnbmF0dXJl";
  private static final List<SecurityScheme> SCHEMES =
      List.of(
          new SecurityScheme.HttpBearer("bearer"),
          new SecurityScheme.HttpBasic("basic"),
          new SecurityScheme.HttpOther("other", "GenieKey"),
          new ApiKey("header", Location.HEADER, "X-Key"),
          new ApiKey("query", Location.QUERY, "key"),
          new ApiKey("cookie", Location.COOKIE, "session"));

  private static Caller withGrant() {
    Grant grant = new Grant("someone", Set.of("read"), Optional.of(Secret.of(TOKEN)));
    return new Caller(
        AccessMode.FULL_ACCESS,
        AuthMode.USER,
        Optional.empty(),
        Optional.empty(),
        Optional.of(grant),
        Optional.empty());
  }

  private static ServerDefinition definition() {
    ServerDefinition.Builder builder = ServerDefinition.builder("Acme");
    SCHEMES.forEach(builder::securityScheme);
    return builder.securedBy("bearer").build();
  }

  @Test
  @DisplayName("S5 an access token never goes to the API, whatever way its credential comes")
  void tokensStayHere() {
    try (TokenServer tokens = new TokenServer();
        RawUpstream api =
            RawUpstream.scripted(
                (request, out) ->
                    out.write(
                        RawUpstream.bytes(
                            request.startsWith("GET /x")
                                ? "HTTP/1.1 302 X\nLocation: /y\nContent-Length: 0\n\n"
                                : OK)))) {
      Map<String, CredentialSource> sources =
          Map.of(
              "operator-key", CredentialSource.fixed(Secret.of("operator-key")),
              "token-1", new TokenExchange(tokens.settings(), OutboundClient.direct()),
              "token-2", new ClientCredentials(tokens.settings(), OutboundClient.direct()));
      tokens.script(
          number ->
              new TokenServer.Answer(
                  200,
                  TokenServer.token(
                      tokens.requests().get(number - 1).contains("subject_token")
                          ? "token-1"
                          : "token-2",
                      300)));
      sources.forEach(
          (expected, source) -> {
            HttpExecutor executor =
                new HttpExecutor(definition(), Upstream.named(api.url()).withCredentials(source));
            for (SecurityScheme scheme : SCHEMES) {
              int before = api.requests().size();
              executor.execute(permit(READ.securedBy(scheme.name()), withGrant()), get("/x"));
              executor.execute(permit(READ.unsecured(), withGrant()), get("/z"));
              String sent =
                  String.join("\n", api.requests().subList(before, api.requests().size()));
              String basic =
                  java.util.Base64.getEncoder()
                      .encodeToString((expected + ":").getBytes(StandardCharsets.UTF_8));
              assertThat(sent.contains(expected) || sent.contains(basic))
                  .as(scheme.name())
                  .isTrue();
            }
          });
      assertThat(api.requests()).hasSize(54).allSatisfy(UpstreamSafetyTest::holdsNoToken);
    }
  }

  @Test
  @DisplayName("S5 without a way to a credential nothing is sent for a caller with a token")
  void noWay() {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      HttpExecutor executor = new HttpExecutor(definition(), Upstream.named(api.url()));
      assertThatThrownBy(() -> executor.execute(permit(READ, withGrant()), get("/x")))
          .isInstanceOf(MissingCredentialException.class)
          .hasMessageNotContaining(TOKEN);
      executor.execute(permit(READ.unsecured(), withGrant()), get("/x"));
      holdsNoToken(api.onlyRequest());
    }
  }

  @Test
  @DisplayName("S5 a caller without a token is not lent the operator's credential")
  void nothingIsLentToOthers() {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      CredentialSource source = CredentialSource.fixed(Secret.of("operator-key"));
      HttpExecutor executor =
          new HttpExecutor(definition(), Upstream.named(api.url()).withCredentials(source));
      assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
          .isInstanceOf(MissingCredentialException.class);
      executor.execute(permit(READ, with("own-key")), get("/x"));
      assertThat(api.onlyRequest()).contains("Bearer own-key").doesNotContain("operator-key");
    }
  }

  @Test
  @DisplayName("S5 a failing token endpoint sends nothing and tells no secret")
  void tokenEndpointFails() {
    try (TokenServer tokens = new TokenServer();
        RawUpstream api = RawUpstream.answering(OK)) {
      tokens.script(number -> new TokenServer.Answer(503, TOKEN));
      CredentialSource source = new TokenExchange(tokens.settings(), OutboundClient.direct());
      HttpExecutor executor =
          new HttpExecutor(definition(), Upstream.named(api.url()).withCredentials(source));
      assertThatThrownBy(() -> executor.execute(permit(READ, withGrant()), get("/x")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("returned status 503")
          .hasMessageNotContainingAny(TOKEN, "client-secret");
      assertThat(api.requests()).isEmpty();
      assertThat(executor.preview(permit(READ, withGrant()), get("/x")))
          .contains("Authorization: Bearer ***")
          .doesNotContain(TOKEN);
      assertThat(tokens.requests()).as("a preview asks for nothing").hasSize(1);
    }
  }

  private static void holdsNoToken(String request) {
    assertThat(request).doesNotContain(TOKEN, TOKEN.substring(0, 12), "inbound-access-token");
  }

  @Test
  @DisplayName("S7 a path value is one segment of the raw request line")
  void pathValues() {
    Random random = new Random(7);
    String[] parts = {
      ".", "..", "/", "\\", "%", "%2e", "%2F", "?", "#", ";", "a", "é", "日", "😀", " ", "&", "=",
      "@", ":", "//", "~", "+", "{id}", "*"
    };
    try (RawUpstream api = RawUpstream.answering(OK)) {
      HttpExecutor executor =
          new HttpExecutor(Calls.PLAIN, Upstream.named(URI.create(api.url() + "/base")));
      int sent = 0;
      for (int run = 0; run < 400; run++) {
        StringBuilder value = new StringBuilder();
        for (int part = random.nextInt(4) + 1; part > 0; part--) {
          value.append(parts[random.nextInt(parts.length)]);
        }
        String text = value.toString();
        try {
          ApiRequest request = ApiRequest.builder("DELETE", "/a/{id}/z").path("id", text).build();
          executor.execute(permit(READ, anonymous()), request);
        } catch (InvalidArgumentsException | UpstreamException refused) {
          assertThat(api.requests()).as("nothing is sent of " + text).hasSize(sent);
          continue;
        }
        String line = api.requests().get(sent++).lines().findFirst().orElse("");
        assertThat(line).matches("DELETE /base/a/[^/?#\\\\ ]+/z HTTP/1\\.1");
        String segment = line.replaceAll("^DELETE /base/a/|/z HTTP/1\\.1$", "");
        assertThat(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .isEqualTo(text)
            .isNotIn(".", "..");
      }
      assertThat(sent).isGreaterThan(200);
    }
  }

  @ParameterizedTest
  @DisplayName("S7 dot segments and empty values are refused")
  @ValueSource(
      strings = {"", ".", "..", "a/../b", "../../admin", "%2e%2e", "..%2f", "..\\x", "..;a", "a/."})
  void refusedPathValues(String value) {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      HttpExecutor executor = new HttpExecutor(Calls.PLAIN, Upstream.named(api.url()));
      try {
        ApiRequest request = ApiRequest.builder("GET", "/u/{id}").path("id", value).build();
        executor.execute(permit(READ, anonymous()), request);
        String line = api.onlyRequest().lines().findFirst().orElse("");
        assertThat(line).matches("GET /u/[^/?#]+ HTTP/1\\.1").doesNotMatch("(?i).*/(%2e|\\.)+ .*");
      } catch (InvalidArgumentsException | UpstreamException refused) {
        assertThat(api.requests()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @DisplayName("S8 the end of a chain of redirects gets no credential when it is elsewhere")
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/x",
        "//127.0.0.1:OTHER/x",
        "//user@127.0.0.1:OTHER/x",
        "http://user:pw@127.0.0.1:SAME/x",
        "http://localhost:OTHER/x",
        "http://[::1]:OTHER/x",
        "http://[::ffff:127.0.0.1]:OTHER/x",
        "https://127.0.0.1:SAME/x",
        "http:\\\\127.0.0.1:OTHER\\x",
        "/\\127.0.0.1:OTHER/x"
      })
  void redirectChains(String last) {
    try (RawUpstream other = RawUpstream.answering(OK);
        RawUpstream api =
            RawUpstream.scripted(
                (request, out) -> {
                  String same = request.replaceAll("(?s).*?Host: [^:]*:(\\d+)\r\n.*", "$1");
                  String next =
                      request.startsWith("GET /x ")
                          ? "/step"
                          : last.replace("OTHER", "" + other.url().getPort()).replace("SAME", same);
                  out.write(
                      RawUpstream.bytes(
                          "HTTP/1.1 307 X\nContent-Length: 0\nLocation: " + next + "\n\n"));
                })) {
      HttpExecutor executor = new HttpExecutor(Calls.PLAIN, Upstream.named(api.url()));
      var unused = executor.execute(permit(READ, with("secret-key")), get("/x"));
      assertThat(other.requests()).isEmpty();
      assertThat(api.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @DisplayName("S8 a body is not sent again, wherever a redirect leads")
  @ValueSource(strings = {"/same", "http://127.0.0.1:OTHER/x", "//127.0.0.1:OTHER/x"})
  void redirectsOfBodies(String location) {
    try (RawUpstream other = RawUpstream.answering(OK);
        RawUpstream api =
            RawUpstream.answering(
                "HTTP/1.1 307 X\nContent-Length: 0\nLocation: "
                    + location.replace("OTHER", "" + other.url().getPort())
                    + "\n\n")) {
      HttpExecutor executor = new HttpExecutor(Calls.PLAIN, Upstream.named(api.url()));
      ApiRequest request =
          ApiRequest.builder("POST", "/x")
              .body("application/json", JsonNodeFactory.instance.objectNode().put("card", "4242"))
              .build();
      assertThat(request.body()).map(RequestBody::contentType).isPresent();
      assertThat(executor.execute(permit(READ, with("secret-key")), request).status())
          .isEqualTo(307);
      assertThat(api.requests()).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @DisplayName("S8 addresses that are not public")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "2002:7f00:1::1"
      })
  void privateAddresses(String address) throws Exception {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @DisplayName("S8 addresses that are public")
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.32.0.1",
        "192.0.2.1",
        "100.128.0.1",
        "198.20.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void publicAddresses(String address) throws Exception {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
  }

  @Test
  @DisplayName("S8 a name that resolves to a private address is refused, unless it was named")
  void names() {
    try (RawUpstream api = RawUpstream.answering(OK)) {
      URI byName = URI.create("http://localhost:" + api.url().getPort());
      HttpExecutor declared =
          new HttpExecutor(Calls.PLAIN, Upstream.declared(new Environment("p", byName)));
      assertThatThrownBy(() -> declared.execute(permit(READ, with("secret-key")), get("/x")))
          .hasMessageContaining("localhost, which is a private address; nothing was sent");
      assertThat(api.requests()).isEmpty();
      HttpExecutor named = new HttpExecutor(Calls.PLAIN, Upstream.named(byName));
      var unused = named.execute(permit(READ, with("secret-key")), get("/x"));
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  @DisplayName("S8 each environment has an origin of its own and gets its own callers' keys only")
  void environments() {
    try (RawUpstream production = RawUpstream.answering(OK);
        RawUpstream sandbox = RawUpstream.answering(OK)) {
      EnvironmentExecutor sender =
          new EnvironmentExecutor(
              "production",
              Map.of(
                  "production", Upstream.named(production.url()),
                  "sandbox", Upstream.named(sandbox.url())),
              upstream -> new HttpExecutor(definition(), upstream));
      sender.execute(permit(READ, of("sandbox-key", Optional.of("sandbox"))), get("/x"));
      sender.execute(permit(READ, of("live-key", Optional.empty())), get("/x"));
      assertThat(sandbox.onlyRequest()).contains("sandbox-key");
      assertThat(production.onlyRequest()).contains("live-key");
      assertThat(sender.preview(permit(READ, of("k", Optional.of("sandbox"))), get("/x")))
          .contains(":" + sandbox.url().getPort() + "/x");
      Operation read = READ;
      assertThatThrownBy(
              () -> sender.execute(permit(read, of("k", Optional.of("staging"))), get("/x")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("\"staging\"")
          .hasMessageContaining("It has: production, sandbox.");
      assertThat(production.requests()).hasSize(1);
    }
  }

  private static Caller of(String key, Optional<String> environment) {
    return new Caller(
        AccessMode.FULL_ACCESS,
        AuthMode.USER,
        Optional.empty(),
        Optional.of(Secret.of(key)),
        Optional.empty(),
        environment);
  }
}
