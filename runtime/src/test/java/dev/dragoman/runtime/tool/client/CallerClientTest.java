package dev.dragoman.runtime.tool.client;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.client.ApiException;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.client.ApiReplyException;
import dev.dragoman.runtime.client.InvalidRequestException;
import dev.dragoman.runtime.client.NoReplyException;
import dev.dragoman.runtime.client.OperationRefusedException;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.mock.MockExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequestBody;
import dev.dragoman.runtime.request.RequiredValue;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Typed requests take the way of every other call. */
class CallerClientTest {
  private static final Caller READER =
      new Caller(
          AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.of(Secret.of("k")));
  private static final OperationRequest LIST = new TrackerApi.ListIssues("o", "r", 2);

  @TempDir Path folder;
  private String answer = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{}";
  private final RawUpstream api =
      RawUpstream.scripted((request, out) -> out.write(RawUpstream.bytes(answer)));
  private final Metrics metrics = new Metrics();

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private ServerDefinition.Builder definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder));
  }

  private ApiClient client(Caller caller) {
    return client(definition().build(), caller, api.url(), CallOptions.defaults());
  }

  private ApiClient client(
      ServerDefinition definition, Caller caller, URI url, CallOptions options) {
    return new CallerClient(
        new OperationCalls(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(url))),
            options,
            CallHooks.counting(metrics)),
        caller);
  }

  private static OperationRequest create(String body) {
    return new TrackerApi.CreateIssue("o", "r", json(body));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static <E extends ApiException> E failure(
      Class<E> type, ApiClient client, OperationRequest request) {
    E failure = catchThrowableOfType(type, () -> client.call(request));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void aReplyHasStatusHeadersAndBody() {
    answer =
        "HTTP/1.1 200 OK\nContent-Type: application/json\nX-Request-Id: abc-1\n"
            + "Content-Length: 21\n\n{\"n\": 12345678901.50}";

    ApiReply reply = client(READER).call(LIST);

    assertThat(api.requests()).hasSize(1);
    assertThat(api.requests().get(0))
        .startsWith("GET /repos/o/r/issues?page=2 ")
        .contains("Authorization: Bearer k");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.requestId()).contains("abc-1");
    assertThat(reply.json().path("n").decimalValue()).hasToString("12345678901.50");
    assertThat(reply.text()).isEqualTo("{\"n\": 12345678901.50}");
    assertThat(metrics.text()).contains("operation=\"issues_list\",outcome=\"status_2xx\"");
  }

  @Test
  void theGuardRefusesAndNothingIsSent() {
    OperationRefusedException refused =
        failure(OperationRefusedException.class, client(READER), create("{\"title\": \"t\"}"));

    assertThat(refused)
        .hasMessageContaining("issues_create")
        .hasMessageContaining("is a write operation")
        .hasMessageContaining("Nothing was sent.");
    assertThat(refused.remedy()).contains("X-Acme-Access-Mode: full-access");
    assertThat(refused.operation()).isEqualTo("issues_create");
    assertThat(api.requests()).isEmpty();
    assertThat(metrics.text()).contains("operation=\"issues_create\",outcome=\"refused\"");
  }

  @Test
  void theDocumentsSchemasAreChecked() {
    InvalidRequestException invalid =
        failure(InvalidRequestException.class, client(FULL), create("{\"milestone\": {}}"));

    assertThat(invalid.problems())
        .extracting(ArgumentProblem::place)
        .containsExactlyInAnyOrder("body/title", "body/milestone");
    assertThat(invalid.status()).isEmpty();
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aValueThatCannotBeSentIsRefused() {
    InvalidRequestException invalid =
        failure(
            InvalidRequestException.class,
            client(READER),
            new TrackerApi.ListIssues("..", "r", null));

    assertThat(invalid.problems()).extracting(ArgumentProblem::place).containsExactly("owner");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aProblemIsTold() {
    answer =
        "HTTP/1.1 422 No\nContent-Type: application/problem+json\nRequest-Id: r-7\n\n"
            + "{\"title\": \"Invalid\", \"detail\": \"The title is\\n taken.\", \"code\": 12}";

    ApiReplyException failed =
        failure(ApiReplyException.class, client(FULL), create("{\"title\": \"t\"}"));

    assertThat(failed)
        .hasMessage(
            "issues_create: the API returned status 422: The title is taken. (request id r-7)");
    assertThat(failed.status()).hasValue(422);
    assertThat(failed.requestId()).contains("r-7");
    assertThat(failed.problem().path("code").intValue()).isEqualTo(12);
    assertThat(failed.reply().contentType()).contains("application/problem+json");
  }

  @Test
  void problemsInOtherWordsAreToldToo() {
    assertThat(problem("application/json", "{\"error\": {\"message\": \"No such thing\"}}"))
        .endsWith("status 400: No such thing");
    assertThat(problem("application/json", "{\"errors\": [{\"message\": \"a\"}, \"b\"]}"))
        .endsWith("status 400: a");
    assertThat(problem("text/plain", "Go away")).endsWith("status 400: Go away");
    assertThat(problem("text/html", "<p>Go away")).endsWith("status 400");
    assertThat(problem("application/json", "{\"detail\": \"" + "x".repeat(900) + "\"}"))
        .hasSizeLessThan(500)
        .endsWith("x…");
  }

  private String problem(String type, String body) {
    answer = "HTTP/1.1 400 No\nContent-Type: " + type + "\n\n" + body;
    return failure(ApiReplyException.class, client(FULL), LIST).getMessage();
  }

  @Test
  void aWriteThatWasSentWithoutAResponseMayHaveHappened() {
    answer = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 90\n\n{";

    NoReplyException lost =
        failure(NoReplyException.class, client(FULL), create("{\"title\": \"t\"}"));

    assertThat(lost.isSent()).isTrue();
    assertThat(lost.isCancelled()).isFalse();
    assertThat(lost.status()).hasValue(200);
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void whatNeverLeftDidNotHappen() throws IOException {
    // The port is taken without listening, so that no other server can get it meanwhile.
    try (Socket held = new Socket()) {
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nobody = URI.create("http://127.0.0.1:" + held.getLocalPort());
      ApiClient client = client(definition().build(), FULL, nobody, CallOptions.defaults());

      NoReplyException lost = failure(NoReplyException.class, client, create("{\"title\": \"t\"}"));

      assertThat(lost.isSent()).isFalse();
      assertThat(lost).hasMessageStartingWith("issues_create: Cannot connect to the API");
    }
  }

  @Test
  void aCallWithoutTheCredentialItNeedsIsNotSent() {
    Caller anonymous = Caller.anonymous();

    NoReplyException missing = failure(NoReplyException.class, client(anonymous), LIST);

    assertThat(missing.isSent()).isFalse();
    assertThat(missing).hasMessageContaining("requires a credential");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  @Timeout(20)
  void interruptingTheThreadCancels() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    AtomicReference<NoReplyException> thrown = new AtomicReference<>();
    try (RawUpstream silent =
        RawUpstream.scripted(
            (request, out) -> {
              arrived.countDown();
              Thread.sleep(10_000);
            })) {
      ApiClient client = client(definition().build(), FULL, silent.url(), CallOptions.defaults());
      Thread thread =
          new Thread(
              () ->
                  thrown.set(
                      failure(NoReplyException.class, client, create("{\"title\": \"t\"}"))));
      thread.start();
      arrived.await();
      thread.interrupt();
      thread.join();
    }
    assertThat(thrown.get().isCancelled()).isTrue();
    assertThat(thrown.get().isSent()).isTrue();
    assertThat(thrown.get()).hasMessageContaining("unknown whether the operation took effect");
  }

  @Test
  void aWriteGetsAnIdempotencyKey() {
    CallOptions options =
        new CallOptions(
            true,
            Optional.empty(),
            Optional.empty(),
            ConfirmationMode.OFF,
            Optional.of("X-Once"),
            CallOptions.DEFAULT_ANSWER_TOKENS);

    client(definition().build(), FULL, api.url(), options).call(create("{\"title\": \"t\"}"));

    assertThat(api.requests().get(0)).containsPattern("X-Once: [0-9a-f-]{36}\r\n");
  }

  @Test
  void aMockResponds() {
    ServerDefinition definition = definition().build();
    ApiOperations operations = new ApiOperations(definition);
    ApiClient client =
        new CallerClient(
            operations,
            new Guard(AccessNames.of("Acme")),
            ApiBackend.mocked(
                () -> new MockExecutor(operations.catalog()),
                () -> new HttpExecutor(definition, Upstream.named(api.url()))),
            CallOptions.defaults(),
            FULL);

    ApiReply reply = client.call(create("{\"title\": \"t\"}"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("number").isIntegralNumber()).isTrue();
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aRequestOfAnotherApiIsNotTakenForOneOfThis() {
    OperationRequest other =
        () -> ApiRequest.builder("users_me", "DELETE", "/user").query("force", true);
    OperationRequest unknown = () -> ApiRequest.builder("nothing", "GET", "/nothing");
    OperationRequest undeclared = () -> ApiRequest.builder("GET", "/user");

    for (OperationRequest request : new OperationRequest[] {other, unknown, undeclared}) {
      assertThatThrownBy(() -> client(FULL).call(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("from another API or another version of it");
    }
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aBodyBuiltByHandCannotBeChecked() {
    OperationRequest request =
        () ->
            ApiRequest.builder("issues_create", "POST", "/repos/{owner}/{repo}/issues")
                .path("owner", "o")
                .path("repo", "r")
                .body(RequestBody.of("application/json", new byte[] {'{', '}'}));

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client(FULL).call(request))
        .withMessageContaining("body: was built by hand");
  }

  @Test
  void unreadableBodiesAreAnErrorOfTheReplyNotOfTheCall() {
    answer = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>Hello";
    ApiReply reply = client(READER).call(LIST);

    assertThat(reply.text()).isEqualTo("<p>Hello");
    assertThatExceptionOfType(ApiReplyException.class)
        .isThrownBy(reply::json)
        .withMessage(
            "issues_list: the API returned status 200, but the body is not JSON: text/html");
    assertThatExceptionOfType(ApiReplyException.class)
        .isThrownBy(() -> reply(204, "").json())
        .withMessageContaining("the body is empty");
    assertThatExceptionOfType(ApiReplyException.class)
        .isThrownBy(() -> reply(200, "{\"a\":").cut().json())
        .withMessageContaining("the body is incomplete");
    assertThatExceptionOfType(ApiReplyException.class)
        .isThrownBy(() -> reply(200, "{}").read(body -> body.asList(RequiredValue::asString)))
        .withMessageContaining("is not what the API's document describes: body: expected a list");
  }

  private static ApiReply reply(int status, String body) {
    return ApiReply.of("x", status, List.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
