package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecuteToolTest {
  private static final Caller READER =
      new Caller(
          AccessMode.READ_ONLY,
          AuthMode.USER,
          Optional.empty(),
          Optional.of(Secret.of("key-of-the-caller")));
  private static final String CREATE =
      "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"},"
          + " \"body\": {\"title\": \"t\"}}";

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private ExecuteTool execute;

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(folder);
    execute = tool(api.url());
  }

  @AfterEach
  void close() {
    api.close();
  }

  private ExecuteTool tool(URI baseUrl) {
    return tool(baseUrl, TrackerApi.definition(TrackerResources.anchorIn(folder)).build());
  }

  private static ExecuteTool tool(URI baseUrl, ServerDefinition definition) {
    return new ExecuteTool(
        new ApiOperations(definition),
        new Guard(AccessNames.of("Acme")),
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(baseUrl))));
  }

  private String failing(Caller caller, String json) {
    CallToolResult result = call(execute, caller, json);
    assertThat(result.isError()).as(text(result)).isTrue();
    return text(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issues_list", "GET /repos/{owner}/{repo}/issues"})
  void sendsTheRequestWithTheCallersKey(String operation) {
    CallToolResult result =
        call(
            execute,
            READER,
            "{\"operation\": \"%s\", \"arguments\": {\"owner\": \"a b\", \"repo\": \"r\","
                    .formatted(operation)
                + " \"page\": 2}}");

    assertThat(result.isError()).isFalse();
    assertThat(text(result)).contains("200").contains("\"method\":\"GET\"");
    assertThat(api.requests())
        .containsExactly("GET /v1/repos/a%20b/r/issues?page=2 Bearer key-of-the-caller ");
  }

  @Test
  void aFormerIdCallsTheOperationAndTheResultSaysItsPresentOne() {
    String create = CREATE.replace("issues_create", "openTicket");
    CallToolResult created = call(execute, FULL, create);
    assertThat(created.isError()).as(text(created)).isFalse();
    assertThat(text(created))
        .startsWith("{\"notes\":[\"the operation openTicket is now named issues_create\"]");
    assertThat(api.requests()).singleElement().asString().startsWith("POST /v1/repos/o/r/issues");
    assertThat(failing(READER, create)).startsWith("Refused").contains("issues_create (POST");
    assertThat(text(call(execute, FULL, CREATE))).doesNotContain("now named");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'operation': 'issues_create', 'arguments': {'owner': 'o', 'repo': 'r'},"
            + " 'body': {'title': 't'}}",
        "{'operation': 'issues_create', 'arguments': '{`owner`: `o`, `repo`: `r`}',"
            + " 'body': '{`title`: `t`}'}",
      })
  void objectsMayComeAsJsonText(String json) {
    CallToolResult result = call(execute, FULL, json.replace('\'', '"').replace("`", "\\\""));

    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(api.requests())
        .containsExactly("POST /v1/repos/o/r/issues Bearer key-of-the-caller {\"title\":\"t\"}");
  }

  @Test
  void anArrayBodyMayComeAsJsonText() {
    CallToolResult result =
        call(execute, FULL, "{\"operation\": \"labels_replace\", \"body\": \"[\\\"a\\\"]\"}");

    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(api.requests()).singleElement().asString().endsWith(" [\"a\"]");
  }

  @Test
  void aRefusedCallSendsNothingAndSaysWhoCanAllowIt() {
    assertThat(failing(READER, CREATE))
        .startsWith("Refused by this server, not by the API; nothing was sent. issues_create (POST")
        .contains("X-Acme-Access-Mode: full-access", "ACME_ACCESS_MODE=full-access", "a person");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void theGuardComesBeforeTheArguments() {
    assertThat(failing(READER, "{\"operation\": \"issues_create\", \"arguments\": {\"x\": 1}}"))
        .startsWith("Refused")
        .doesNotContain("required");
    assertThat(failing(READER, CREATE.replace("}}", "}, \"dry_run\": true}")))
        .startsWith("Refused");
  }

  @Test
  void allArgumentProblemsComeAtOnceWithTheSignature() {
    assertThat(
            failing(
                FULL,
                "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"..\", \"nope\":"
                    + " 1}}"))
        .contains("nothing was sent")
        .contains("- repo: is required", "- nope: is not a parameter", "- body: is required")
        .contains("issues_create: POST /repos/{owner}/{repo}/issues")
        .contains("params: owner: string, repo: string")
        .contains("body: application/json {title: string");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aPathValueThatWouldLeaveTheTemplateIsRefused() {
    assertThat(
            failing(
                FULL,
                "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"..\", \"repo\":"
                    + " \"r\"}}"))
        .contains("- owner: ");
    assertThat(api.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "issues_lst, issues_list",
    "issues_lists, issues_list",
    "issuesList, issues_list",
    "ISSUES-CREAT, issues_create",
    "GET /repos/{owner}/{repo}/issue, issues_list",
    "POST /repos/{owner}/{repos}/issuess, issues_create"
  })
  void aMisspelledOperationComesFirst(String mistaken, String id) {
    assertThat(failing(FULL, "{\"operation\": \"" + mistaken + "\"}"))
        .containsPattern("Did you mean " + id + "[,?]");
  }

  @Test
  void anUnknownOperationNamesNearOnes() {
    assertThat(failing(FULL, "{\"operation\": \"create_issue\"}"))
        .contains("There is no operation \"create_issue\"", "Did you mean", "issues_create");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                           | operation is required",
        "{'operation': ''}                            | operation is required",
        "{'operation': ['users_me']}                  | operation must be a string, not a list",
        "{'operation': 'users_me', 'arguments': [1]}  | arguments must be an object of values by name",
        "{'operation': 'users_me', 'arguments': 'x'}  | arguments must be an object of values by name",
        "{'operation': 'users_me', 'dry_run': 'yes'}  | dry_run must be true or false",
        "{'operation': 'users_me', 'params': {}}      | 'params' is not an argument of execute; it takes",
      })
  void badInputIsExplained(String json, String message) {
    assertThat(failing(FULL, json.replace('\'', '"'))).contains(message.replace('\'', '"'));
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aDryRunShowsTheExactRequestWithoutTheKey() {
    CallToolResult result = call(execute, FULL, CREATE.replace("}}", "}, \"dry_run\": true}"));

    assertThat(result.isError()).isFalse();
    assertThat(text(result))
        .startsWith("Dry run: nothing was sent.")
        .contains("POST " + api.url() + "/repos/o/r/issues\n")
        .contains("Authorization: Bearer ***\n", "Content-Type: application/json\n")
        .endsWith("\n\n{\"title\":\"t\"}")
        .doesNotContain("key-of-the-caller");
    assertThat(api.requests()).isEmpty();
  }

  static Stream<Arguments> placesOfAKey() {
    return Stream.of(
        Arguments.of(
            new SecurityScheme.ApiKey("k", SecurityScheme.Location.QUERY, "key"), "/user?key=***"),
        Arguments.of(
            new SecurityScheme.ApiKey("k", SecurityScheme.Location.HEADER, "X-Key"),
            "X-Key: ***\n"),
        Arguments.of(
            new SecurityScheme.ApiKey("k", SecurityScheme.Location.COOKIE, "sid"),
            "Cookie: sid=***\n"),
        Arguments.of(new SecurityScheme.HttpBasic("k"), "Authorization: Basic ***\n"));
  }

  @ParameterizedTest
  @MethodSource("placesOfAKey")
  void aDryRunMasksTheKeyWhereverItGoes(SecurityScheme scheme, String shown) {
    Caller caller =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.USER,
            Optional.empty(),
            Optional.of(Secret.of("p&ss w/rd")));
    ServerDefinition tracker = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .securityScheme(scheme)
            .securedBy("k")
            .resources(tracker.resources(), tracker.resourceRoot())
            .operations(tracker.operationCount(), tracker.groups())
            .build();

    String text =
        text(
            call(
                tool(api.url(), definition),
                caller,
                "{\"operation\": \"users_me\", \"dry_run\": true}"));

    assertThat(text).contains(shown).doesNotContain("p&ss", "w/rd", "w%2Frd", "cCZzcyB3L3Jk");
  }

  @Test
  void anAnonymousCallerLearnsThatAKeyIsNeeded() {
    assertThat(failing(Caller.anonymous(), "{\"operation\": \"users_me\"}"))
        .contains("requires a credential", "Authorization: Bearer", "ACME_API_KEY");
    assertThat(api.requests()).isEmpty();

    assertThat(call(execute, Caller.anonymous(), "{\"operation\": \"status_get\"}").isError())
        .isFalse();
    assertThat(
            text(
                call(
                    execute,
                    Caller.anonymous(),
                    "{\"operation\": \"users_me\", \"dry_run\": true}")))
        .contains("GET " + api.url() + "/user", "requires a credential");
  }

  @Test
  void anErrorOfTheApiIsAnError() {
    assertThat(
            failing(
                READER,
                "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"missing\","
                    + " \"repo\": \"r\"}}"))
        .contains("404", "/v1/repos/missing/r/issues");
  }

  @Test
  void anUnreachableApiIsAnError() {
    api.close();

    assertThat(failing(READER, "{\"operation\": \"users_me\"}"))
        .startsWith("users_me: ")
        .doesNotContain("Exception");
  }

  @Test
  void eachGroupIsMadeOnce() {
    int before = TrackerApi.GROUPS_MADE.get();

    call(execute, READER, "{\"operation\": \"users_me\"}");
    call(execute, READER, "{\"operation\": \"status_get\"}");
    call(execute, READER, "{\"operation\": \"users_me\"}");

    assertThat(TrackerApi.GROUPS_MADE.get() - before).isEqualTo(1);
  }

  /** The body is valid, because the schema is open, and is sent; an API would ignore the member. */
  @Test
  void aMemberThatTheDocumentDoesNotDeclareIsNoted() {
    String misspelled = CREATE.replace("\"t\"}", "\"t\", \"milestnoe\": \"m\", \"far\": 1}");
    String near = "body.milestnoe is not in the document's schema; did you mean milestone?";
    String far = "body.far is not in the document's schema; the API may ignore it.";

    CallToolResult dry =
        call(execute, FULL, misspelled.replaceFirst("\\}$", ", \"dry_run\": true}"));
    assertThat(dry.content().toString()).contains("note: " + near).contains("note: " + far);
    assertThat(api.requests()).isEmpty();

    CallToolResult sent = call(execute, FULL, misspelled);
    assertThat(sent.isError()).isFalse();
    assertThat(text(sent)).startsWith("{\"notes\":[\"" + near + "\",\"" + far + "\"],");
    assertThat(api.requests()).hasSize(1);

    assertThat(text(call(execute, FULL, CREATE))).doesNotContain("notes");
  }
}
