package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.RequestHeaders;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool that asks its user something, in both eras and over both transports. */
class ElicitationTest {
  private static final String MODERN = "2026-07-28";
  private static final String TOOL = "test_input_required_result_elicitation";
  private static final String ROUNDS = "test_input_required_result_multi_round";
  private static final String FORMS = "{\"elicitation\": {}}";
  private static final String ACCEPT = "{\"action\": \"accept\", \"content\": {\"name\": \"Ada\"}}";
  private static final String META =
      "{\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
          + " \"io.modelcontextprotocol/clientCapabilities\": %s}";

  private static HttpTestServer http;

  @BeforeAll
  static void start() {
    http = new HttpTestServer(HttpOptions.onPort(0), ElicitationTest::caller);
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  private static Caller caller(RequestHeaders headers) {
    Optional<Secret> key = headers.all("X-Test-Key").stream().findFirst().map(Secret::of);
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), key);
  }

  /** A modern call; {@code more} is put beside the tool's name. */
  private static Message modern(String tool, String capabilities, String more) {
    return Message.in(MODERN)
        .asks(
            "tools/call",
            "{\"name\": \"%s\", \"arguments\": {}, \"_meta\": %s%s}"
                .formatted(tool, META.formatted(capabilities), more));
  }

  private static String retry(String key, String reply, String state) {
    return ", \"inputResponses\": {\"%s\": %s}, \"requestState\": \"%s\""
        .formatted(key, reply, state);
  }

  private static Answer checked(TestServer server, Message message) {
    Answer answer = server.send(message);
    MessageSchemas.check(message.version(), message.method(), answer.message());
    return answer;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void modernClientsCallAgainWithTheAnswer(boolean overHttp) {
    try (TestServer server = overHttp ? new HttpTestServer() : new StdioTestServer()) {
      Answer asked = checked(server, modern(TOOL, FORMS, ""));
      assertThat(asked.at("/result/resultType").asString()).isEqualTo("input_required");
      assertThat(asked.at("/result/inputRequests/user_name/method").asString())
          .isEqualTo("elicitation/create");
      String state = asked.at("/result/requestState").asString();

      Answer done = checked(server, modern(TOOL, FORMS, retry("user_name", ACCEPT, state)));
      assertThat(done.at("/result/content/0/text").asString()).contains("Ada");
      Answer again = checked(server, modern(TOOL, FORMS, retry("user_name", ACCEPT, state)));
      assertThat(again.at("/result/resultType").asString())
          .as("a state is good once")
          .isEqualTo("input_required");
    }
  }

  @Test
  void eachRoundHasItsOwnState() {
    String first = state(checked(http, modern(ROUNDS, FORMS, "")));
    Answer second = checked(http, modern(ROUNDS, FORMS, retry("step1", ACCEPT, first)));
    assertThat(second.at("/result/inputRequests/step2/method").isMissingNode()).isFalse();

    Answer third = checked(http, modern(ROUNDS, FORMS, retry("step2", ACCEPT, state(second))));
    assertThat(third.at("/result/resultType").asString()).isEqualTo("complete");
  }

  private static String state(Answer answer) {
    return answer.at("/result/requestState").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{'sampling': {}}",
        "{'elicitation': {'url': {}}}",
        "{'elicitation': true}",
        "{'elicitation': null}",
      })
  void modernClientsThatCannotAskAreTold(String capabilities) {
    Answer answer = checked(http, modern(TOOL, capabilities.replace('\'', '"'), ""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorCode()).isEqualTo(-32021);
    assertThat(answer.at("/error/data/requiredCapabilities/elicitation").isObject()).isTrue();
  }

  @Test
  void overStdioTheyAreToldToo() {
    try (StdioTestServer stdio = new StdioTestServer()) {
      assertThat(checked(stdio, modern(TOOL, "{}", "")).errorCode()).isEqualTo(-32021);
    }
  }

  @Test
  @DisplayName("S16 A state is for its tool only")
  void aStateIsForItsToolOnly() {
    String state = state(checked(http, modern(TOOL, FORMS, "")));

    Answer answer = checked(http, modern(ROUNDS, FORMS, retry("step1", ACCEPT, state)));

    assertThat(answer.errorCode()).isEqualTo(-32602);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'requestState': 'made-up'",
        "'requestState': 7",
        "'requestState': null",
        "'inputResponses': null",
        "'inputResponses': []",
        "'inputResponses': {'user_name': 'Ada'}",
        "'inputResponses': {'user_name': null}",
      })
  void whatWasNotGivenOutHereIsRefused(String params) {
    Answer answer = checked(http, modern(TOOL, FORMS, ", " + params.replace('\'', '"')));

    assertThat(answer.errorCode()).isEqualTo(-32602);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void legacyClientsAreAskedOverStdio(String version) {
    try (StdioTestServer stdio = new StdioTestServer()) {
      stdio.write(initialize(version, FORMS));
      stdio.read();
      stdio.write(Message.in(version).calls(TOOL, "{}").text());
      JsonNode question = JsonMapper.shared().readTree(stdio.read());
      MessageSchemas.checkRequest(version, question);

      stdio.write("{\"jsonrpc\": \"2.0\", \"id\": \"guessed\", \"result\": {}}");
      stdio.write(
          "{\"jsonrpc\": \"2.0\", \"id\": %s, \"result\": %s}"
              .formatted(question.path("id"), ACCEPT));
      JsonNode answer = JsonMapper.shared().readTree(stdio.read());
      MessageSchemas.check(version, "tools/call", answer);
      assertThat(answer.at("/result/content/0/text").asString()).contains("Ada");
    }
  }

  private static String initialize(String version, String capabilities) {
    return Message.in(version)
        .asks(
            "initialize",
            "{\"protocolVersion\": \"%s\", \"capabilities\": %s}".formatted(version, capabilities))
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2025-03-26|{'elicitation': {}}", "2025-11-25|{}", "2025-06-18|{'roots': {}}"})
  void legacyClientsThatCannotAskAreTold(String version, String capabilities) {
    try (StdioTestServer stdio = new StdioTestServer()) {
      stdio.write(initialize(version, capabilities.replace('\'', '"')));
      stdio.read();
      stdio.write(Message.in(version).calls(TOOL, "{}").text());
      JsonNode answer = JsonMapper.shared().readTree(stdio.read());

      assertThat(answer.at("/result/isError").booleanValue()).isTrue();
      assertThat(answer.at("/result/content/0/text").asString()).contains("cannot be asked");
    }
  }

  @Test
  void aCancelledCallTakesItsQuestionBack() {
    try (StdioTestServer stdio = new StdioTestServer()) {
      stdio.write(initialize("2025-11-25", FORMS));
      stdio.read();
      stdio.write(Message.in("2025-11-25").calls(TOOL, "{}").text());
      JsonNode question = JsonMapper.shared().readTree(stdio.read());
      stdio.write(
          "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\","
              + " \"params\": {\"requestId\": 7}}");

      JsonNode next = JsonMapper.shared().readTree(stdio.read());
      assertThat(next.path("method").asString("")).isEqualTo("notifications/cancelled");
      assertThat(next.at("/params/requestId")).isEqualTo(question.path("id"));
    }
  }

  @Test
  @DisplayName("S17 the end of input ends a question, and the server within two seconds")
  void theEndOfInputEndsAQuestion() {
    StdioTestServer stdio = new StdioTestServer();
    stdio.write(initialize("2025-11-25", FORMS));
    stdio.read();
    stdio.write(Message.in("2025-11-25").calls(TOOL, "{}").text());
    assertThat(stdio.read()).contains("elicitation/create");
    long begin = System.nanoTime();

    stdio.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    String last = stdio.read();
    while (!last.isEmpty()) {
      assertThat(last).as("no result is made up").doesNotContain("Replies");
      last = stdio.read();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void legacyClientsAreAskedOnTheStreamOfTheirCall(String version) {
    LegacyHttpClient client = LegacyHttpClient.connect(http, version, "ada", FORMS);
    LegacyHttpClient.Reply call = client.call(TOOL);
    assertThat(call.headers().firstValue("Content-Type")).contains("text/event-stream");
    JsonNode question = call.next();
    MessageSchemas.checkRequest(version, question);

    assertThat(client.answer(question.path("id"), ACCEPT)).isEqualTo(202);

    JsonNode answer = call.next();
    MessageSchemas.check(version, "tools/call", answer);
    assertThat(answer.at("/result/content/0/text").asString()).contains("Ada");
  }

  @Test
  @DisplayName("S16 A question is answered by the client and the principal that were asked")
  void nobodyElseCanAnswer() {
    LegacyHttpClient client = LegacyHttpClient.connect(http, "2025-11-25", "ada", FORMS);
    LegacyHttpClient other = LegacyHttpClient.connect(http, "2025-11-25", "ada", FORMS);
    LegacyHttpClient.Reply call = client.call(TOOL);
    JsonNode id = call.next().path("id");
    String forged = ACCEPT.replace("Ada", "Mallory");

    assertThat(other.answer(id, forged)).as("another session").isEqualTo(202);
    assertThat(client.withKey("mallory").answer(id, forged)).as("another key").isEqualTo(202);
    assertThat(client.in(Optional.empty()).answer(id, forged)).as("no session").isEqualTo(202);
    assertThat(client.answer(id, ACCEPT)).isEqualTo(202);

    assertThat(call.next().at("/result/content/0/text").asString())
        .contains("Ada")
        .doesNotContain("Mallory");
  }

  @Test
  void aClientThatTakesNoStreamCannotBeAsked() {
    LegacyHttpClient client = LegacyHttpClient.connect(http, "2025-11-25", "ada", FORMS);
    String call = Message.in("2025-11-25").calls(TOOL, "{}").text();

    JsonNode answer = client.post(call, "application/json").next();

    assertThat(answer.at("/result/content/0/text").asString()).contains("cannot be asked");
  }

  @Test
  void sessionsAreForThoseWhoCanBeAsked() {
    assertThat(LegacyHttpClient.connect(http, "2025-11-25", "ada", "{}").session()).isEmpty();
    assertThat(LegacyHttpClient.connect(http, "2025-03-26", "ada", FORMS).session()).isEmpty();
    assertThat(LegacyHttpClient.connect(http, "2025-06-18", "ada", FORMS).session().orElseThrow())
        .matches("[A-Za-z0-9_-]{40,100}");
  }

  @Test
  void aSessionOfAnotherServerMustBeginAnew() {
    LegacyHttpClient client = LegacyHttpClient.connect(http, "2025-11-25", "ada", FORMS);
    LegacyHttpClient stranger = client.in(Optional.of("made-up"));

    assertThat(stranger.call("whoami").status()).isEqualTo(404);
    assertThat(stranger.answer(JsonMapper.shared().readTree("1"), ACCEPT)).isEqualTo(404);
    assertThat(client.call("whoami").status()).isEqualTo(200);
  }

  @Test
  void anAnswerIsTakenEvenWhenNothingElseIs() {
    HttpOptions one = HttpOptions.builder().maxBodyBytes(1024 * 1024).maxInFlight(1).build();
    try (HttpTestServer server = new HttpTestServer(one, ElicitationTest::caller)) {
      LegacyHttpClient client = LegacyHttpClient.connect(server, "2025-11-25", "ada", FORMS);
      LegacyHttpClient.Reply call = client.call(TOOL);
      JsonNode id = call.next().path("id");

      assertThat(client.call("whoami").status()).as("the one place is taken").isEqualTo(503);
      assertThat(client.answer(id, ACCEPT)).isEqualTo(202);
      assertThat(call.next().at("/result/content/0/text").asString()).contains("Ada");
    }
  }
}
