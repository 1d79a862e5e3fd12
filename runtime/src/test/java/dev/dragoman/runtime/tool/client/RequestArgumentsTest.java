package dev.dragoman.runtime.tool.client;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.client.InvalidRequestException;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of a typed request become the arguments of the same parameters. */
class RequestArgumentsTest {
  private static final Operation MOVE =
      Operation.of("move", "POST", "/things/{id}", AccessLevel.WRITE);
  private static final String DETAILS =
      """
      {"parameters": [
         {"name": "id", "argument": "path.id", "in": "path", "required": true,
          "schema": {"type": "string", "maxLength": 3}},
         {"name": "id", "argument": "query.id", "in": "query", "schema": {"type": "integer"}},
         {"name": "id", "argument": "header.id", "in": "header",
          "schema": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}},
         {"name": "id", "argument": "cookie.id", "in": "cookie", "schema": {"type": "boolean"}},
         {"name": "org", "argument": "org", "in": "query", "schema": {"type": "string"}}],
       "body": {"content": {
         "application/json": {"schema": {"type": "object", "required": ["a"]}},
         "application/merge-patch+json": {"schema": {"type": ["object", "null"]}}}}}
      """;

  @TempDir Path folder;
  private final RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);

  @BeforeEach
  void write() throws IOException {
    OperationCard card = OperationCard.builder(MOVE).build();
    TrackerResources.write(folder, List.of(card), Map.of("move", DETAILS), Map.of());
  }

  @AfterEach
  void close() {
    api.close();
  }

  private record Move(
      String id,
      @Nullable Long count,
      @Nullable List<String> names,
      @Nullable Boolean flag,
      @Nullable String org,
      @Nullable JsonNode body,
      String mediaType)
      implements OperationRequest {
    static Move from(Arguments in) {
      return new Move(
          in.required("path.id").asString(),
          in.optional("query.id").asLong(),
          in.optional("header.id").asList(item -> item.asString()),
          in.optional("cookie.id").asBoolean(),
          in.optional("org").asString(),
          in.optionalBody().asJson(),
          in.mediaType("application/json", "application/merge-patch+json"));
    }

    @Override
    public ApiRequest.Builder request() {
      return MOVE.request()
          .path("id", id)
          .query("id", count)
          .header("id", names)
          .cookie("id", flag)
          .query("org", org)
          .body(mediaType, body);
    }
  }

  private ApiClient client(Caller caller) {
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .securityScheme(new SecurityScheme.HttpBearer("token"))
            .securedBy("token")
            .organizationParameter("org")
            .resources(TrackerResources.anchorIn(folder), "tracker/api")
            .operations(1, group -> id -> OperationHandler.of(MOVE, Move::from))
            .build();
    ApiOperations operations = new ApiOperations(definition);
    return new CallerClient(
        operations,
        new Guard(AccessNames.of("Acme")),
        ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))),
        CallOptions.defaults(),
        caller);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void parametersOfOneNameStayApart() {
    client(FULL)
        .call(
            new Move(
                "x", 7L, List.of("a", "b"), true, "o", json("{\"a\": 1.5}"), "application/json"));

    assertThat(api.requests().get(0))
        .startsWith("POST /things/x?id=7&org=o HTTP")
        .contains("\r\nid: a,b\r\n", "\r\nCookie: id=true\r\n")
        .contains("\r\nContent-Type: application/json\r\n")
        .endsWith("{\"a\":1.5}");
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    client(FULL).call(new Move("x", null, null, null, null, null, "application/json"));

    assertThat(api.requests().get(0))
        .startsWith("POST /things/x HTTP")
        .doesNotContain("\r\nid:", "Cookie", "Content-Type");
  }

  @Test
  void eachIsCheckedAgainstItsOwnSchema() {
    Move request = new Move("long", null, List.of("c"), null, null, json("{}"), "application/json");

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client(FULL).call(request))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .extracting(problem -> problem.place())
                    .containsExactlyInAnyOrder("path.id", "header.id[0]", "body/a"));
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void theMediaTypeOfTheRequestIsSent() {
    client(FULL)
        .call(new Move("x", null, null, null, null, json("null"), "application/merge-patch+json"));

    assertThat(api.requests().get(0))
        .contains("\r\nContent-Type: application/merge-patch+json\r\n")
        .endsWith("\r\n\r\nnull");
  }

  @Test
  void theOrganizationOfAPartnerIsFilledIn() {
    Caller partner =
        new Caller(
            AccessMode.FULL_ACCESS,
            AuthMode.PARTNER,
            Optional.of("acme-1"),
            Optional.of(Secret.of("k")));

    client(partner).call(new Move("x", null, null, null, null, null, "application/json"));
    client(partner).call(new Move("x", null, null, null, "mine", null, "application/json"));

    assertThat(api.requests().get(0)).startsWith("POST /things/x?org=acme-1 HTTP");
    assertThat(api.requests().get(1)).startsWith("POST /things/x?org=mine HTTP");
  }
}
