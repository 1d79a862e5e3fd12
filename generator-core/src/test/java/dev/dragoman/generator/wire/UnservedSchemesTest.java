package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import dev.dragoman.generator.testing.LiveUpstream.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemes that no fixed header serves are said, and nothing is made up in their place. */
class UnservedSchemesTest {
  private static final String OK = ", responses: {\"200\": {description: ok}}}}\n";
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Odd, version: "1"}
      servers: [{url: "https://odd.example.com"}]
      components:
        securitySchemes:
          dig: {type: http, scheme: digest}
          hoba: {type: http, scheme: HOBA}
          nego: {type: http, scheme: Negotiate}
          mtls: {type: mutualTLS}
          odd: {type: custom}
          key: {type: apiKey, in: header, name: X-Key}
          tst: {type: http, scheme: TEST}
      paths:
      """
          + path("digest", "[{dig: []}]")
          + path("hoba", "[{hoba: []}]")
          + path("negotiate", "[{nego: []}]")
          + path("unknown", "[{nowhere: []}]")
          + path("custom", "[{odd: []}]")
          + path("digestOrUnknown", "[{dig: []}, {nowhere: []}]")
          + path("mtls", "[{mtls: []}]")
          + path("mtlsAndKey", "[{mtls: [], key: []}]")
          + path("digestOrKey", "[{dig: []}, {key: []}]")
          + path("mtlsAndKeyOrTest", "[{mtls: [], key: []}, {tst: []}]")
          + path("test", "[{tst: []}]")
          + path("digestOrNone", "[{dig: []}, {}]")
          + path("open", "[]");

  @TempDir static Path folder;
  private static LiveApi api;
  private static LiveSession server;

  private static String path(String id, String security) {
    return "  /" + id + ": {get: {operationId: " + id + ", security: " + security + OK;
  }

  @BeforeAll
  static void start() throws IOException {
    api = LiveApi.build(DOCUMENT, folder);
    server = api.stdio(Map.of("WIRE_API_KEY", "k1"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#/components/securitySchemes/dig | DRG-PLAN-003 | http digest",
        "#/components/securitySchemes/hoba | DRG-PLAN-003 | http HOBA",
        "#/components/securitySchemes/nego | DRG-PLAN-003 | http Negotiate",
        "#/components/securitySchemes/mtls | DRG-PLAN-003 | mutualTLS",
        "#/components/securitySchemes/odd | DRG-SPEC | \"custom\"",
        "#/paths/~1unknown/get/security/0/nowhere | DRG-SPEC | \"nowhere\"",
      })
  void whatCannotBeServedIsSaidWithItsPlace(String pointer, String code, String words) {
    assertThat(api.warnings())
        .anySatisfy(warning -> assertThat(warning).contains(pointer, code, words));
  }

  @ParameterizedTest
  @CsvSource({
    "digest, http digest",
    "hoba, http HOBA",
    "negotiate, http Negotiate",
  })
  void anOperationWithNothingElseIsRefused(String operation, String why) {
    assertThat(server.refused(call(operation)))
        .contains("cannot send", why, "Nothing was sent")
        .doesNotContain("k1");
  }

  /**
   * A client certificate is the connection's; of a scheme that is not declared, nothing is known.
   */
  @ParameterizedTest
  @ValueSource(strings = {"mtls", "unknown", "custom", "digestOrUnknown"})
  void whatNoHeaderOfOursCouldCarryIsSentWithoutACredential(String operation) {
    Request request = server.sent(call(operation));
    assertThat(request.all("Authorization")).isEmpty();
    assertThat(request.all("X-Key")).isEmpty();
  }

  @Test
  void whatIsServedIsSentInItsOwnForm() {
    Request both = server.sent(call("mtlsAndKey"));
    assertThat(both.all("X-Key")).containsExactly("k1");
    assertThat(both.all("Authorization")).isEmpty();
    assertThat(server.sent(call("digestOrKey")).all("X-Key")).containsExactly("k1");
    assertThat(server.sent(call("digestOrKey")).all("Authorization")).isEmpty();
    assertThat(server.sent(call("mtlsAndKeyOrTest")).all("Authorization"))
        .containsExactly("TEST k1");
    assertThat(server.sent(call("test")).all("Authorization")).containsExactly("TEST k1");
  }

  @Test
  void anOperationThatNeedsNoneIsSent() throws IOException {
    assertThat(server.sent(call("digestOrNone")).header("Authorization"))
        .doesNotStartWithIgnoringCase("digest");
    assertThat(server.sent(call("open")).header("Authorization"))
        .doesNotStartWithIgnoringCase("digest");
    try (LiveSession keyless = api.stdio(Map.of())) {
      assertThat(keyless.sent(call("digestOrNone")).all("Authorization")).isEmpty();
      assertThat(keyless.refused(call("digest"))).contains("cannot send", "http digest");
      assertThat(keyless.refused(call("digestOrKey"))).contains("WIRE_API_KEY");
    }
  }

  @Test
  void aDocumentThatDeclaresNoSchemeLeavesTheWayToUs(@TempDir Path other) throws IOException {
    LiveApi undeclared =
        LiveApi.build(
            """
            openapi: 3.1.0
            info: {title: Odd, version: "1"}
            servers: [{url: "https://odd.example.com"}]
            security: [{nowhere: []}]
            paths:
              /a: {get: {operationId: a, responses: {"200": {description: ok}}}}
            """,
            other);
    try (LiveSession session = undeclared.stdio(Map.of("WIRE_API_KEY", "k1"))) {
      assertThat(session.sent(call("a")).all("Authorization")).containsExactly("Bearer k1");
    }
    try (LiveSession keyless = undeclared.stdio(Map.of())) {
      assertThat(keyless.refused(call("a"))).contains("WIRE_API_KEY");
    }
  }

  @Test
  void aDocumentOfSuchSchemesOnlyGetsNoBearerToken(@TempDir Path other) throws IOException {
    LiveApi digestOnly =
        LiveApi.build(
            """
            openapi: 3.1.0
            info: {title: Odd, version: "1"}
            servers: [{url: "https://odd.example.com"}]
            security: [{dig: []}]
            components: {securitySchemes: {dig: {type: http, scheme: Digest}}}
            paths:
              /a: {get: {operationId: a, responses: {"200": {description: ok}}}}
              /b: {get: {operationId: b, security: [], responses: {"200": {description: ok}}}}
            """,
            other);
    try (LiveSession session = digestOnly.stdio(Map.of("WIRE_API_KEY", "k1"))) {
      assertThat(session.refused(call("a"))).contains("http Digest");
      assertThat(session.sent(call("b")).all("Authorization")).isEmpty();
    }
  }

  private static String call(String operation) {
    return "{\"operation\":\"" + operation + "\"}";
  }
}
