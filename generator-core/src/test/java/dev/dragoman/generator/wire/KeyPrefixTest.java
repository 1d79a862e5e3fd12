package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keys that an API wants with a word before them, from the variable, header or flag to the wire.
 */
class KeyPrefixTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Posts, version: "1"}
      servers: [{url: "https://posts.example.com"}]
      security: [{tokenAuth: []}]
      paths:
        /posts: {get: {operationId: listPosts, responses: {"200": {description: ok}}}}
        /other: {get: {operationId: other, security: [{otherKey: []}], responses: {"200": {description: ok}}}}
        /bearer: {get: {operationId: bearer, security: [{bearer: []}], responses: {"200": {description: ok}}}}
        /genie: {get: {operationId: genie, security: [{genie: []}], responses: {"200": {description: ok}}}}
        /basic: {get: {operationId: basic, security: [{basic: []}], responses: {"200": {description: ok}}}}
        /cookie: {get: {operationId: cookie, security: [{cookie: []}], responses: {"200": {description: ok}}}}
        /query: {get: {operationId: query, security: [{query: []}], responses: {"200": {description: ok}}}}
      components:
        securitySchemes:
          tokenAuth: {type: apiKey, in: header, name: Authorization}
          otherKey: {type: apiKey, in: header, name: X-Other}
          bearer: {type: http, scheme: bearer}
          genie: {type: http, scheme: GenieKey}
          basic: {type: http, scheme: basic}
          cookie: {type: apiKey, in: cookie, name: sid}
          query: {type: apiKey, in: query, name: key}
      """;

  @TempDir static Path folder;
  private static LiveApi api;

  @BeforeAll
  static void build() throws IOException {
    api = LiveApi.build(DOCUMENT, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listPosts | Token abc123 | Authorization | Token abc123",
        "listPosts | ApiKey bXk6a2V5 | Authorization | ApiKey bXk6a2V5",
        "listPosts | Bearer abc123 | Authorization | Bearer abc123",
        "listPosts | Token token=abc123, email=a@b.c | Authorization | Token token=abc123, email=a@b.c",
        "listPosts | abc123 | Authorization | abc123",
        "other | my key of words | X-Other | my key of words",
        "bearer | abc123 | Authorization | Bearer abc123",
        "bearer | Bearer abc123 | Authorization | Bearer abc123",
        "bearer | Token abc123 | Authorization | Token abc123",
        "genie | abc123 | Authorization | GenieKey abc123",
        "genie | GenieKey abc123 | Authorization | GenieKey abc123",
        "basic | me:pass word | Authorization | Basic bWU6cGFzcyB3b3Jk",
        "basic | Basic bWU6cHc= | Authorization | Basic bWU6cHc=",
      })
  void aValueOfSeveralWordsIsSentAsGiven(
      String operation, String key, String header, String expected) throws IOException {
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", key))) {
      assertThat(server.sent(operation(operation)).all(header)).containsExactly(expected);
    }
  }

  @Test
  void aSchemesOwnVariableTakesWordsToo() throws IOException {
    try (LiveSession server =
        api.stdio(Map.of("WIRE_API_KEY", "k3y", "WIRE_CREDENTIAL_TOKENAUTH", "Token abc123"))) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly("Token abc123");
      assertThat(server.sent(operation("other")).all("X-Other")).containsExactly("k3y");
    }
  }

  @Test
  void headersOfACallerCarryWords() throws IOException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer Token abc123", "X-Wire-Credential-otherKey", "Key of mine");
    try (LiveSession server = api.http(headers)) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly("Token abc123");
      assertThat(server.sent(operation("other")).all("X-Other")).containsExactly("Key of mine");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Token | abc123 | Token abc123",
        "Token | Token abc123 | Token abc123",
        "Token | token abc123 | token abc123",
        "tokenAuth=Token | abc123 | Token abc123",
        "otherKey=Key,tokenAuth=SSWS | abc123 | SSWS abc123",
        "tokenAuth=Token token= | abc123 | Token token=abc123",
        "Token token= | Token token=abc123 | Token token=abc123",
      })
  void aPrefixIsStatedWhenTheServerRuns(String prefix, String key, String expected)
      throws IOException {
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", key), "--auth-prefix", prefix)) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly(expected);
    }
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", key, "WIRE_AUTH_PREFIX", prefix))) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly(expected);
    }
  }

  @Test
  void aPrefixAloneIsForTheAuthorizationHeaderOnly() throws IOException {
    try (LiveSession server =
        api.stdio(Map.of("WIRE_API_KEY", "abc:123"), "--auth-prefix", "Token")) {
      assertThat(server.sent(operation("other")).all("X-Other")).containsExactly("abc:123");
      assertThat(server.sent(operation("bearer")).all("Authorization"))
          .containsExactly("Token abc:123");
      assertThat(server.sent(operation("basic")).all("Authorization"))
          .containsExactly("Basic YWJjOjEyMw==");
      assertThat(server.sent(operation("query")).target()).isEqualTo("/query?key=abc%3A123");
    }
  }

  @Test
  void aPrefixIsStatedWhenTheServerIsBuilt(@TempDir Path other) throws IOException {
    LiveApi built =
        LiveApi.build(
            DOCUMENT,
            """
            securitySchemes:
              - {name: tokenAuth, prefix: Token}
              - {name: bearer, prefix: OAuth}
              - {name: more, type: apiKey, in: header, parameter: X-More, prefix: "Key id="}
              - {name: otherKey, prefix: ApiKey}
            """,
            other);
    try (LiveSession server = built.stdio(Map.of("WIRE_API_KEY", "abc123"))) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly("Token abc123");
      assertThat(server.sent(operation("bearer")).all("Authorization"))
          .containsExactly("OAuth abc123");
      assertThat(server.sent(operation("other")).all("X-Other")).containsExactly("ApiKey abc123");
    }
    try (LiveSession server = built.stdio(Map.of("WIRE_API_KEY", "Token abc123"))) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly("Token abc123");
    }
    try (LiveSession server =
        built.stdio(Map.of("WIRE_API_KEY", "abc123"), "--auth-prefix", "tokenAuth=SSWS")) {
      assertThat(server.sent(operation("listPosts")).all("Authorization"))
          .containsExactly("SSWS abc123");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere=Token | nowhere",
        "basic=Token | basic",
        "cookie=Token | cookie",
        "Töken | --auth-prefix",
      })
  void aPrefixThatCannotBeSentStopsTheStart(String prefix, String named) throws Exception {
    try (LiveSession server = api.stdio(Map.of(), "--auth-prefix", prefix)) {
      assertThat(server.refusedStart()).contains("--auth-prefix", named);
    }
  }

  @Test
  void neitherKeyNorPrefixedKeyComesBack() throws IOException {
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", "Token s3cret-of-mine"))) {
      String body = "{\"sent\":\"Token s3cret-of-mine\",\"key\":\"s3cret-of-mine\"}";
      server
          .upstream()
          .answer(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body);
      assertThat(server.call("execute", operation("listPosts"))).doesNotContain("s3cret");
      assertThat(server.call("execute", "{\"operation\":\"listPosts\",\"dry_run\":true}"))
          .contains("Authorization: ***")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void refusalsSayHowAPrefixIsStated() throws IOException {
    try (LiveSession server = api.stdio(Map.of())) {
      assertThat(server.refused(operation("listPosts")))
          .contains("WIRE_API_KEY", "Token abc", "--auth-prefix");
    }
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", "abc123"))) {
      server
          .upstream()
          .answer("HTTP/1.1 401 No\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n");
      assertThat(server.call("execute", operation("listPosts"))).contains("--auth-prefix");
    }
    try (LiveSession server = api.stdio(Map.of("WIRE_API_KEY", "Token a; b"))) {
      assertThat(server.refused(operation("cookie"))).contains("cookie");
    }
  }

  @Test
  void aJwtBehindAWordIsStillAJwt() throws IOException {
    String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";
    for (String value : List.of("Bearer Bearer " + jwt, "Bearer Token " + jwt)) {
      try (LiveSession server = api.http(Map.of("Authorization", value))) {
        assertThat(server.refused(operation("bearer"))).contains("JWT");
      }
    }
  }

  private static String operation(String id) {
    return "{\"operation\":\"" + id + "\"}";
  }
}
