package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.HeaderCallerResolver;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A yes of one caller is of no use to another, whichever header tells the two apart. */
class QuestionsApartTest {
  private static final String TOOL = "test_input_required_result_elicitation";
  private static final String FORMS = "{\"elicitation\": {}}";
  private static final String ACCEPT =
      "{\"action\": \"accept\", \"content\": {\"name\": \"Mallory\"}}";
  private static final Map<String, String> ALICE =
      Map.of(
          "X-Acme-Credential-appKey", "APPAPPAPP-1",
          "X-Acme-Credential-userKey", "USERUSER-ALICE",
          "X-Acme-Auth-Mode", "partner",
          "X-Acme-Partner-Org-Id", "org-1",
          "X-Acme-Access-Mode", "full-access",
          "X-Acme-Environment", "sandbox",
          "Authorization", "Bearer key-1");

  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    AccessNames names = AccessNames.of("Acme");
    AccessPolicy policy =
        new AccessPolicy(
            AccessMode.FULL_ACCESS,
            Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
            KeyRules.UNKNOWN,
            Set.of("production", "sandbox"));
    CallerResolver resolver =
        new SchemeCredentials(names, List.of("appKey", "userKey"), AccessPolicy.OPEN)
            .over(new HeaderCallerResolver(names, policy));
    server = new HttpTestServer(HttpOptions.onPort(0), resolver);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Alice's headers but for one; an empty value leaves the header out. */
  private static Map<String, String> bob(String header, String value) {
    Map<String, String> bob = new HashMap<>(ALICE);
    bob.put(header, value);
    bob.values().removeIf(String::isEmpty);
    return bob;
  }

  private static HttpResponse<String> send(Message message, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.request(message), (name, value) -> true);
    headers.forEach(request::header);
    return server.exchange(request.build());
  }

  private static Answer modern(Map<String, String> caller, String more) {
    String params =
        "{\"name\": \"%s\", \"arguments\": {}, \"_meta\":"
            + " {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
            + " \"io.modelcontextprotocol/clientCapabilities\": %s}%s}";
    Message message =
        Message.in("2026-07-28").asks("tools/call", params.formatted(TOOL, FORMS, more));
    HttpResponse<String> response = send(message, caller);
    return Answer.of(response.statusCode(), response.body());
  }

  @ParameterizedTest(name = "S16 a state is of no use to a caller with another {0}")
  @CsvSource({
    "X-Acme-Credential-userKey, USERUSER-BOB",
    "X-Acme-Credential-userKey, ''",
    "X-Acme-Credential-appKey,  APPAPPAPP-2",
    "X-Acme-Credential-appKey,  ''",
    "X-Acme-Partner-Org-Id,     org-2",
    "X-Acme-Partner-Org-Id,     ''",
    "X-Acme-Access-Mode,        read-only",
    "X-Acme-Environment,        production",
    "X-Acme-Environment,        ''",
    "Authorization,             Bearer key-2",
    "Authorization,             ''"
  })
  void statesStayWithTheirCaller(String header, String value) {
    String state = modern(ALICE, "").at("/result/requestState").asString("");
    String retry =
        ", \"inputResponses\": {\"user_name\": %s}, \"requestState\": \"%s\""
            .formatted(ACCEPT, state);

    Answer replay = modern(bob(header, value), retry);

    assertThat(replay.at("/error/code").asInt(0)).isEqualTo(-32602);
    assertThat(modern(ALICE, retry).at("/result/content/0/text").asString("")).contains("Mallory");
  }

  @ParameterizedTest(name = "S16 a question on a stream is not answered with another {0}")
  @CsvSource({
    "X-Acme-Credential-userKey, USERUSER-BOB",
    "X-Acme-Credential-appKey,  ''",
    "X-Acme-Partner-Org-Id,     org-2",
    "X-Acme-Environment,        production",
    "Authorization,             Bearer key-2"
  })
  void questionsStayWithTheirCaller(String header, String value) throws Exception {
    LegacyHttpClient alice = LegacyHttpClient.connect(server, "2025-11-25", ALICE, FORMS);
    LegacyHttpClient.Reply call = alice.call(TOOL);
    var id = call.next().path("id");

    alice.as(bob(header, value)).answer(id, ACCEPT);

    CompletableFuture<String> result =
        CompletableFuture.supplyAsync(() -> call.next().at("/result/content/0/text").asString(""));
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(result).isNotDone();
    alice.answer(id, ACCEPT.replace("Mallory", "Ada"));
    assertThat(result.get(20, TimeUnit.SECONDS)).contains("Ada").doesNotContain("Mallory");
  }
}
