package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a connection says about one API has no effect on another: each row is something of {@code
 * acme}, and a call of another API with it.
 */
@DisplayName("S16 several APIs in one server: nothing of one reaches another")
class SeveralGuardsTest {
  private static final String READ = "{\"operation\": \"%s:users_me\"}";
  private static final String WRITE =
      "{\"operation\": \"%s:issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"},"
          + " \"body\": {\"title\": \"t\"}}";
  private static final String LIST = "{\"operation\": \"gamma:list\"}";

  private static final List<String> KEYS =
      List.of("X-Acme-Api-Key", "key-a", "X-Beta-Api-Key", "key-b", "X-Gamma-Api-Key", "key-g");

  @TempDir static Path folder;
  private static SeveralServer server;

  /**
   * A row of the table.
   *
   * @param headers what the connection sends
   * @param path the URL
   * @param arguments of execute
   * @param answer what it says; a failure begins with {@code error: }
   * @param sent what the API that is called receives; empty if nothing
   */
  private record Row(
      String name,
      List<String> headers,
      String path,
      String arguments,
      String answer,
      String sent) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(
      String name, List<String> more, String path, String arguments, String answer, String sent) {
    return new Row(
        name, Stream.concat(KEYS.stream(), more.stream()).toList(), path, arguments, answer, sent);
  }

  static Stream<Row> rows() {
    List<String> full = List.of("X-Acme-Access-Mode", "full-access");
    List<String> partner = List.of("X-Acme-Auth-Mode", "partner", "X-Acme-Partner-Org-Id", "org-a");
    return Stream.of(
        row(
            "its access mode",
            full,
            "/mcp",
            WRITE.formatted("beta"),
            "error: Refused by this server|X-Beta-Access-Mode: full-access",
            ""),
        row(
            "its access mode, for itself",
            full,
            "/mcp",
            WRITE.formatted("acme"),
            "\"status\":200",
            "POST /v1/repos/o/r/issues Bearer key-a"),
        row(
            "the access mode of the other",
            List.of("X-Beta-Access-Mode", "full-access"),
            "/mcp",
            WRITE.formatted("acme"),
            "error: Refused by this server|X-Acme-Access-Mode: full-access",
            ""),
        new Row(
            "its key",
            List.of("X-Acme-Api-Key", "key-a"),
            "/mcp",
            READ.formatted("beta"),
            "error: |X-Beta-Api-Key",
            ""),
        new Row(
            "its credential for a security scheme of the same name",
            List.of("X-Acme-Credential-token", "key-a"),
            "/mcp",
            READ.formatted("beta"),
            "error: |X-Beta-Api-Key",
            ""),
        row(
            "its key beside the other's",
            List.of(),
            "/mcp",
            READ.formatted("beta"),
            "\"status\":200",
            "GET /v1/user Bearer key-b"),
        row(
            "its auth mode and organization",
            partner,
            "/mcp",
            LIST,
            "\"status\":200",
            "GET /v1/things Bearer key-g"),
        row(
            "the other's own organization",
            List.of("X-Gamma-Auth-Mode", "partner", "X-Gamma-Partner-Org-Id", "org-g"),
            "/mcp",
            LIST,
            "\"status\":200",
            "GET /v1/things?org_id=org-g Bearer key-g"),
        row(
            "its environment",
            List.of("X-Acme-Environment", "sandbox"),
            "/mcp",
            READ.formatted("beta"),
            "\"status\":200",
            "GET /v1/user Bearer key-b"),
        row(
            "a URL with its tag",
            List.of(),
            "/mcp/t/acme:issues",
            READ.formatted("beta"),
            "error: Refused by this server|does not have the tag",
            ""),
        row(
            "a URL with its tag, a read of the same tag of the other",
            List.of(),
            "/mcp/t/acme:issues",
            "{\"operation\": \"beta:issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\":"
                + " \"r\"}}",
            "error: Refused by this server|does not have the tag",
            ""),
        row(
            "a URL with a tag that the other does not have",
            List.of(),
            "/mcp/t/issues",
            LIST,
            "error: Refused by this server|does not have the tag issues",
            ""),
        row(
            "a URL with a tag that both have",
            List.of(),
            "/mcp/t/users",
            READ.formatted("beta"),
            "\"status\":200",
            "GET /v1/user Bearer key-b"),
        row(
            "a URL for reading narrows all",
            List.of("X-Beta-Access-Mode", "full-access"),
            "/mcp/readonly",
            WRITE.formatted("beta"),
            "error: Refused by this server|read-only",
            ""),
        row(
            "an idempotency key, where only the other has a header for it",
            full,
            "/mcp",
            WRITE.formatted("acme").replaceFirst("}$", ", \"idempotency_key\": \"again-1\"}"),
            "error: |does not declare an idempotency key for issues_create"
                + "|with --acme-idempotency-header.",
            ""),
        row(
            "an idempotency key, for the one that has a header for it",
            List.of("X-Beta-Access-Mode", "full-access"),
            "/mcp",
            WRITE.formatted("beta").replaceFirst("}$", ", \"idempotency_key\": \"again-1\"}"),
            "\"status\":200",
            "POST /v1/repos/o/r/issues Bearer key-b again-1"),
        row(
            "waiting for a state that is said to be at another API",
            List.of("X-Beta-Access-Mode", "full-access", "X-Acme-Access-Mode", "full-access"),
            "/mcp",
            "{\"operation\": \"beta:issues_delete\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\","
                + " \"number\": 7}, \"wait\": {\"until\": {\"/data\": [\"done\"]}, \"seconds\": 2},"
                + " \"idempotency_key\": \"again-2\"}",
            "\"status\":202|the URL in location is not below the base URL of the API",
            "DELETE /v1/repos/o/r/issues/7 Bearer key-b again-2"),
        row(
            "an operation that two APIs have",
            List.of(),
            "/mcp",
            "{\"operation\": \"users_me\"}",
            "error: Several APIs have an operation|acme:users_me or beta:users_me",
            ""),
        row(
            "an operation that one API has",
            List.of(),
            "/mcp",
            "{\"operation\": \"list\"}",
            "\"status\":200",
            ""));
  }

  @BeforeAll
  static void start() throws Exception {
    server =
        new SeveralServer(
            folder,
            "--acme-environment-url=sandbox=http://127.0.0.1:9/sandbox",
            "--beta-idempotency-header=X-Once");
    server.acceptsForLater("beta", "acme");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    Stream.of("acme", "beta", "gamma").forEach(api -> server.requests(api).clear());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void table(Row row) throws Exception {
    String answer =
        server
            .client(row.path(), row.headers().toArray(String[]::new))
            .tool("execute", row.arguments());
    assertThat(answer).contains(row.answer().split("\\|"));
    if (row.answer().startsWith("error: ")) {
      assertThat(answer).startsWith("error: ");
    }
    List<String> sent =
        Stream.of("acme", "beta", "gamma").flatMap(api -> server.requests(api).stream()).toList();
    if (row.answer().startsWith("error: ")) {
      assertThat(sent).isEmpty();
    } else if (!row.sent().isEmpty()) {
      assertThat(sent).containsExactly(row.sent());
    }
  }
}
