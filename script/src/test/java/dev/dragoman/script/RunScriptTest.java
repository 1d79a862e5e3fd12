package dev.dragoman.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.app.McpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Scripts in a whole server over HTTP, with an API on loopback. */
class RunScriptTest {
  private static final String CREATE = "{owner: 'o', repo: 'r'}, {title: 't'}";

  @TempDir Path folder;

  private static JsonNode tool(McpClient client) throws IOException, InterruptedException {
    JsonNode list =
        client.result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
    return list.required("tools").values().stream()
        .filter(tool -> tool.required("name").stringValue().equals("run_script"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hintsDependOnTheAccessModeAndTheDescriptionIsShort() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      JsonNode reader = tool(server.reader());
      assertThat(reader.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(reader.at("/annotations/destructiveHint").booleanValue()).isFalse();
      JsonNode writer = tool(server.writer());
      assertThat(writer.at("/annotations/readOnlyHint").booleanValue()).isFalse();
      assertThat(writer.at("/annotations/destructiveHint").booleanValue()).isTrue();
      String description = writer.required("description").stringValue();
      assertThat(description.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_048);
      assertThat(description).contains("Acme Tracker API", "30 s, 200 calls, 32 MB");
    }
  }

  @Test
  void aScriptJoinsManyCallsIntoOneResult() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      JsonNode answer =
          JsonMapper.shared()
              .readTree(
                  server.run(
                      "const uris = []; for (let page = 1; page <= 30; page++) uris.push((await"
                          + " api.issues_list({owner: 'o', repo: 'r', page})).uri);"
                          + " console.log('pages', uris.length); return uris.at(-1);"));
      assertThat(answer.toString())
          .isEqualTo(
              "{\"calls\":30,\"console\":[\"pages 30\"],"
                  + "\"result\":\"/v1/repos/o/r/issues?page=30\"}");
      assertThat(server.api.requests()).hasSize(30).allMatch(line -> line.contains("key-1"));
    }
  }

  /** A URL that is limited to a tag limits scripts, too. */
  @Test
  void aTagOfTheUrlLimitsCallsAndSearch() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      McpClient issues =
          new McpClient(URI.create(server.url() + "/t/issues"), "Authorization", "Bearer key-1");
      String found = "return (await search('get the authenticated user')).map(o => o.operation)";
      assertThat(server.run(found)).contains("users_me");
      assertThat(issues.tool("run_script", ScriptServer.arguments(found, false)))
          .contains("\"result\"")
          .doesNotContain("users_me");
      assertThat(
              issues.tool(
                  "run_script", ScriptServer.arguments("return await api.users_me()", false)))
          .startsWith("error: ")
          .contains("does not have the tag issues");
      assertThat(server.api.requests()).isEmpty();
    }
  }

  @Test
  void searchShowsHowAScriptCallsAnOperation() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      assertThat(server.reader().tool("search", "{\"query\": \"create an issue\"}"))
          .contains("\n  call: api.issues_create(args, body)\n  params: owner: string");
      assertThat(server.reader().tool("search", "{\"operation\": \"users_me\"}"))
          .contains("\n  call: api.users_me()\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          return (await api.issues_create(%s)).method                        | "POST"
          return (await api.issues_create({owner: 'o', repo: 'r'}, JSON.stringify({title: 't'}))).body | "{\\"title\\":\\"t\\"}"
          return (await search('create an issue'))[0].operation              | "issues_create"
          return typeof (await search('labels'))[0].access                   | "string"
          try { await api.issues_list({owner: 'missing', repo: 'r'}) } catch (e) { return [e.status, e.body.method] } | [404,"GET"]
          try { await api.issues_lst() } catch (e) { return e.message.includes('issues_list') } | true
          try { await api.issues_list({owner: 1}) } catch (e) { return /repo/.test(e.message) } | true
          try { await api.issues_list('o') } catch (e) { return e.message.includes('object of parameters') } | true
          try { await api.issues_create({owner: 'o', repo: 'r'}, {titel: 't'}) } catch (e) { return /title/.test(e.message) } | true
          """)
  void callsTakeTheWayOfExecute(String script, String result) throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      assertThat(server.result(script.formatted(CREATE)).toString()).isEqualTo(result);
    }
  }

  @Test
  @DisplayName("S6 A read-only caller's script changes nothing")
  void aReadOnlyScriptChangesNothing() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      String text =
          server
              .reader()
              .tool(
                  "run_script",
                  ScriptServer.arguments(
                      "await api.users_me(); await api.issues_create(" + CREATE + ")", false));
      assertThat(text)
          .startsWith("error: The script failed: ApiError: issues_create: Refused by this server")
          .contains("X-Acme-Access-Mode", "(line 1)", "It changed nothing.");
      assertThat(server.api.requests()).singleElement().asString().startsWith("GET /v1/user");
    }
  }

  @Test
  void aFailureSaysWhatHasBeenChanged() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      assertThat(
              server.run(
                  "console.log('start'); for (let i = 0; i < 3; i++) await api.issues_create("
                      + CREATE
                      + ");\nnull.x"))
          .startsWith("error: The script failed: TypeError: ")
          .contains("(line 2)", "issues_create (3 times): check what has changed", "start");
    }
  }

  @Test
  void theOperatorSetsTimeCallsAndMemory() throws Exception {
    try (ScriptServer server =
        new ScriptServer(
            folder, "--script-timeout", "1", "--script-calls", "5", "--script-memory", "8")) {
      assertThat(server.run("for (;;);")).contains("did not end within 1 s");
      assertThat(server.run("for (;;) await api.users_me()")).contains("more than the 5 calls");
      assertThat(server.run("for (;;) await search('x')")).contains("more than the 5 calls");
      assertThat(server.run("return new Uint8Array(9e6).length")).contains("out of memory");
      assertThat(server.api.requests()).hasSize(5);
    }
  }

  @Test
  void callsCountTowardsTheLimitOfTheCaller() throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--caller-calls-per-minute", "10")) {
      assertThat(server.run("for (let i = 0; i < 20; i++) await api.users_me()"))
          .contains("a caller may make 10 calls a minute");
      assertThat(server.api.requests()).hasSize(9);
    }
  }

  @ParameterizedTest
  @CsvSource({"10000, item", "1000, item", "2000, \"quoted\"", "1000, \u00e4\u00f6\ud83d\ude00"})
  void aLongResultIsCutToTheBudgetAndStillJson(int tokens, String word) throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--answer-tokens", "" + tokens)) {
      String text =
          server.run(
              "console.log('x'.repeat(400)); return Array.from({length: 30000}, () => "
                  + JsonMapper.shared().writeValueAsString(word)
                  + ")");
      JsonNode answer = JsonMapper.shared().readTree(text);
      assertThat(text.getBytes(StandardCharsets.UTF_8).length)
          .isBetween(tokens, (int) (tokens * 3.5));
      assertThat(answer.required("result_cut").stringValue()).startsWith("[\"");
      assertThat(answer.required("note").stringValue()).contains("Return less");
    }
  }

  @Test
  void aTrialSendsNothingAndListsTheCalls() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      String text =
          server
              .writer()
              .tool(
                  "run_script",
                  ScriptServer.arguments(
                      "for (const t of ['a', 'b']) { const i = await api.issues_create({owner: t,"
                          + " repo: 'r'}, {title: t}); if (i.nmber) throw 1; }"
                          + " try { await api.isues_list() } catch {}"
                          + " try { await api.issues_create({ownr: 'x', repo: 'r'}, {}) } catch {}"
                          + " return 5",
                      true));
      JsonNode answer = JsonMapper.shared().readTree(text);
      assertThat(answer.required("would_call").toString())
          .isEqualTo(
              "[{\"operation\":\"issues_create\",\"access\":\"write\",\"count\":2,\"paths\":"
                  + "[\"POST /repos/a/r/issues\",\"POST /repos/b/r/issues\"]}]");
      List<String> problems = new ArrayList<>();
      answer.required("problems").forEach(problem -> problems.add(problem.stringValue()));
      assertThat(problems).hasSize(3);
      assertThat(problems.get(0)).contains("\"nmber\"; did you mean number?");
      assertThat(problems.get(1)).contains("isues_list", "Did you mean issues_list");
      assertThat(problems.get(2)).contains("ownr");
      assertThat(answer.required("result").intValue()).isEqualTo(5);
      assertThat(server.api.requests()).isEmpty();
    }
  }

  @Test
  void aTrialIsRefusedWhatTheRunWouldBe() throws Exception {
    try (ScriptServer server = new ScriptServer(folder)) {
      String text =
          server
              .reader()
              .tool(
                  "run_script",
                  ScriptServer.arguments("await api.issues_create(" + CREATE + ")", true));
      assertThat(text).startsWith("error: {").contains("Refused by this server");
    }
  }

  @Test
  @DisplayName("S6 The user is asked once, and the script changes nothing else")
  void theUserAgreesToAListOfChanges() throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--confirm", "write")) {
      String script =
          "const made = await api.issues_create("
              + CREATE
              + "); await api.issues_create("
              + CREATE
              + "); if (made.method) await api.issues_delete({owner: 'o', repo: 'r', number: 1})";
      JsonNode asked = server.asking(script, "");
      String question = asked.at("/inputRequests/confirm/params/message").stringValue();
      assertThat(question).contains("issues_create (write) 2 times", "POST /repos/o/r/issues");
      assertThat(server.api.requests()).isEmpty();

      JsonNode declined = server.answered(script, asked, "decline");
      assertThat(declined.toString()).contains("did not agree");
      assertThat(server.api.requests()).isEmpty();

      JsonNode brought = server.answered(script, asked, "accept");
      assertThat(brought.path("resultType").stringValue())
          .as("an answer counts once")
          .isEqualTo("input_required");
      assertThat(server.api.requests()).isEmpty();

      JsonNode accepted = server.answered(script, brought, "accept");
      assertThat(accepted.toString())
          .contains("issues_delete was not in the list", "issues_create (2 times)");
      assertThat(server.api.requests()).hasSize(2).allMatch(request -> request.startsWith("POST "));
    }
  }

  @ParameterizedTest
  @CsvSource({"write, false", "write-required, true", "destructive-required, false"})
  void aClientThatCannotAskIsTreatedAsByExecute(String mode, boolean refused) throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--confirm", mode)) {
      String text = server.run("return (await api.issues_create(" + CREATE + ")).method");
      assertThat(text.contains("has to be confirmed by the user")).as(text).isEqualTo(refused);
      assertThat(server.api.requests()).hasSize(refused ? 0 : 1);
    }
  }

  @Test
  void aScriptThatReadsIsNotAskedAbout() throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--confirm", "write")) {
      assertThat(server.asking("return (await api.users_me()).uri", "").toString())
          .contains("/v1/user");
    }
  }

  @Test
  void anAgreementIsForOneScript() throws Exception {
    try (ScriptServer server = new ScriptServer(folder, "--confirm", "write")) {
      JsonNode asked = server.asking("await api.issues_create(" + CREATE + ")", "");
      assertThat(server.writer().post("{}").body() + server.api.requests())
          .doesNotContain("POST /v1");
      try {
        server.answered("for (;;) await api.issues_create(" + CREATE + ")", asked, "accept");
      } catch (RuntimeException refusedAsJsonRpcError) {
        assertThat(refusedAsJsonRpcError).hasMessageContaining("result");
      }
      assertThat(server.api.requests()).isEmpty();
    }
  }
}
