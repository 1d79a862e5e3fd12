package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.auth.oauth.AuthorizationServer;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TenantApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The organization of an access token, which fills and bounds the API's own parameters. */
@DisplayName("S16 A token's organization fills and bounds the parameters that name one")
class TokenOrganizationTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  @TempDir static Path folder;
  private static EchoUpstream api;
  private static AuthorizationServer issuer;
  private static RunningApp server;
  private int before;

  @BeforeAll
  static void start() throws Exception {
    api = new EchoUpstream();
    issuer = new AuthorizationServer(0);
    TenantApi.write(folder);
    server =
        new RunningApp(
            TenantApi.definition(folder).build(),
            Map.of("ACME_UPSTREAM_CREDENTIAL", "the-operators"),
            List.of(
                "--port=0",
                "--feedback=off",
                "--base-url=" + api.url(),
                "--public-url=https://mcp.example",
                "--oauth-issuer=" + issuer.issuer(),
                "--oauth-organization-claim=org"));
  }

  @AfterAll
  static void stop() {
    server.close();
    api.close();
    issuer.close();
  }

  @BeforeEach
  void count() {
    before = api.requests().size();
  }

  private McpClient caller(String claim, String... more) {
    Object value =
        claim.isEmpty() ? null : JsonMapper.shared().readValue(quoted(claim), Object.class);
    String token =
        issuer.token(claims -> claims.audience(AUDIENCE).subject("u").claim("org", value));
    List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + token));
    headers.addAll(List.of("X-Acme-Access-Mode", "full-access"));
    headers.addAll(List.of(more));
    return server.client().with(headers.toArray(String[]::new));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static String call(String operation, String rest) {
    return quoted("{'operation': '" + operation + "'" + (rest.isEmpty() ? "" : ", " + rest) + "}");
  }

  private List<String> sent() {
    return api.requests().stream()
        .skip(before)
        .map(line -> line.replace(" Bearer the-operators", ""))
        .toList();
  }

  @ParameterizedTest(name = "S16 {0}: {1} is sent as {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // forms of the claim
        "'acme' | list | GET /v1/things?org_id=acme",
        "17 | list | GET /v1/things?org_id=17",
        "['acme'] | list | GET /v1/things?org_id=acme",
        "[17] | list | GET /v1/things?org_id=17",
        "{'acme': {}} | list | GET /v1/things?org_id=acme",
        "{'acme': {'id': 'o-1'}} | list | GET /v1/things?org_id=o-1",
        "{'acme': ['admin']} | list | GET /v1/things?org_id=acme",
        "{'id': 'o-1', 'name': 'Acme'} | list | GET /v1/things?org_id=o-1",
        "[{'id': 'o-1', 'name': 'Acme'}] | list | GET /v1/things?org_id=o-1",
        // places
        "'acme' | path | GET /v1/orgs/acme/things",
        "'acme' | several | GET /v1/several?org_id=acme",
        "'acme' | create | POST /v1/things {'name':'n','org_id':'acme'}",
        "'acme' | trigger | POST /v1/trigger {'org_id':'acme'}",
        "'acme' | plain | GET /v1/plain",
      })
  void whatIsLeftOutIsFilled(String claim, String operation, String line) throws Exception {
    String body = operation.equals("create") ? "'body': {'name': 'n'}" : "";

    String text = caller(claim).tool("execute", call(operation, body));

    assertThat(sent()).as(text).containsExactly(quoted(line) + (line.contains("{") ? "" : " "));
  }

  @ParameterizedTest(name = "S16 the token''s own is not refused: {0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list | 'arguments': {'org_id': 'acme'}",
        "list | 'arguments': {'org_id': null}",
        "path | 'arguments': {'org_id': 'acme'}",
        "several | 'arguments': {'org_id': ['acme', 'acme']}",
        "create | 'body': {'name': 'n', 'org_id': 'acme'}",
        "create | 'body': '{\\'name\\': \\'n\\', \\'org_id\\': \\'acme\\'}'",
        "create | 'body': {'name': 'n', 'org_id': null}",
        "plain | 'arguments': {'q': 'globex'}",
      })
  void theOwnOneIsTaken(String operation, String rest) throws Exception {
    String text = caller("'acme'").tool("execute", call(operation, rest));

    assertThat(sent()).as(text).hasSize(1);
    assertThat(sent().get(0)).doesNotContain("null");
  }

  @ParameterizedTest(name = "S16 another one is refused: {0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list | 'arguments': {'org_id': 'globex'}",
        "list | 'arguments': {'org_id': ''}",
        "list | 'arguments': {'org_id': 'ACME'}",
        "list | 'arguments': {'org_id': 'acme '}",
        "list | 'arguments': {'filter': {'org_id': 'globex'}}",
        "list | 'arguments': {'filter': '{\\'org_id\\': \\'globex\\'}'}",
        "list | 'arguments': {'org_id': 'globex'}, 'dry_run': true",
        "path | 'arguments': {'org_id': 'globex'}",
        "several | 'arguments': {'org_id': ['acme', 'globex']}",
        "several | 'arguments': {'org_id': 'acme,globex'}",
        "create | 'body': {'name': 'n', 'org_id': 'globex'}",
        "create | 'body': {'name': 'n', 'org_id': ['globex']}",
        "create | 'body': {'name': 'n', 'parent': {'org_id': 'globex'}}",
        "create | 'body': '{\\'name\\': \\'n\\', \\'org_id\\': \\'globex\\'}'",
        "trigger | 'body': {'org_id': 'globex'}",
        "bulk | 'body': [{'org_id': 'acme'}, {'org_id': 'globex'}]",
        "bulk | 'body': [{'op': 'replace', 'path': '/org_id', 'value': 'globex'}]",
      })
  void anotherOneIsRefused(String operation, String rest) throws Exception {
    String text = caller("'acme'").tool("execute", call(operation, rest));

    assertThat(text)
        .startsWith("error: Refused by this server, not by the API; nothing was sent.")
        .contains("acme of this connection's access token", "Omit ");
    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest(name = "S16 of several the header chooses: {0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['acme','globex'] | globex | globex",
        "{'acme': {}, 'globex': {}} | acme | acme",
        "{'acme': {'id': 'o-1'}, 'globex': {'id': 'o-2'}} | globex | o-2",
        "{'acme': {'id': 'o-1'}, 'globex': {'id': 'o-2'}} | o-2 | o-2",
        "'acme' | acme | acme",
      })
  void theHeaderChoosesAmongThem(String claim, String header, String id) throws Exception {
    McpClient caller = caller(claim, "X-Acme-Partner-Org-Id", header);

    caller.tool("execute", call("list", ""));

    assertThat(sent()).containsExactly("GET /v1/things?org_id=" + id + " ");
    assertThat(caller.tool("execute", call("list", "'arguments': {'org_id': 'o-9'}")))
        .startsWith("error: Refused by this server");
    assertThat(sent()).hasSize(1);
  }

  @ParameterizedTest(name = "S16 a header with another one is a bad request: {0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['acme','globex'] | initech | must be one of the access token's organizations: acme, globex.",
        "'acme' | globex | must be one of the access token's organizations: acme.",
        "'' | acme | must be omitted: the access token does not name an organization.",
        "[] | acme | must be omitted: the access token does not name an organization.",
        "'acme' | ../acme | must be an organization's id",
      })
  void aHeaderWithAnotherOne(String claim, String header, String message) throws Exception {
    String named = claim.equals("''") ? "" : claim;
    HttpResponse<String> answer =
        caller(named, "X-Acme-Partner-Org-Id", header)
            .post(McpClient.call("execute", call("list", "")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("X-Acme-Partner-Org-Id " + message);
    assertThat(sent()).isEmpty();
  }

  @Test
  @DisplayName("S16 Of several without a header none is taken, and the list is said")
  void severalWithoutAChoice() throws Exception {
    McpClient caller = caller("['globex','acme']");

    assertThat(caller.tool("execute", call("list", "")))
        .startsWith("error: Refused by this server")
        .contains("access token names several", "X-Acme-Partner-Org-Id", "one of acme, globex,");
    assertThat(caller.tool("execute", call("list", "'arguments': {'org_id': 'acme'}")))
        .startsWith("error: Refused by this server");
    assertThat(sent()).isEmpty();
    assertThat(caller.tool("execute", call("plain", ""))).doesNotStartWith("error: ");
  }

  @ParameterizedTest(name = "S16 a token whose claim is {0} reaches no organization")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"none", "[]", "{}", "['../x']", "true", "[[['acme']]]"})
  void noneAtAll(String claim) throws Exception {
    McpClient caller = caller(claim.equals("none") ? "" : claim);

    for (String rest : List.of("", "'arguments': {'org_id': 'acme'}")) {
      assertThat(caller.tool("execute", call("list", rest)))
          .startsWith("error: Refused by this server")
          .contains("access token names none");
    }
    assertThat(sent()).isEmpty();
    assertThat(caller.tool("execute", call("plain", ""))).doesNotStartWith("error: ");
  }

  @Test
  @DisplayName("S16 Search shows the organization, or why there is none")
  void searchShowsIt() throws Exception {
    String query = "{\"query\": \"list things plainly\"}";

    assertThat(caller("'acme'").tool("search", query))
        .contains("access: read, allowed in organization acme, which the server fills in")
        .containsPattern("plain: GET /plain\\n[^\\n]*does[^\\n]*\\n  access: read, allowed\\n");
    assertThat(caller("['acme','globex']").tool("search", query))
        .contains("access: read, refused here (see below)", "to one of acme, globex,");
  }
}
