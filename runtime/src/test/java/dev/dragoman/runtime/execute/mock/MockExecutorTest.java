package dev.dragoman.runtime.execute.mock;

import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.permit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class MockExecutorTest {
  private static final Operation OPERATION =
      Operation.of("getItem", "GET", "/shops/{shop}/items/{id}.json", AccessLevel.READ);
  private static final ApiRequest REQUEST =
      ApiRequest.builder("GET", OPERATION.path()).path("shop", "a/b").path("id", "7").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"404": {}, "201": {"content": {"application/json": {"examples": [{"a": 1}]}}}}           | 201 | {"a":1}
          {"202": {}, "200": {"content": {"application/json": {"schema": {"type": "integer"}}}}}    | 200 | 1
          {"2XX": {"content": {"application/hal+json": {"schema": {"type": "boolean"}}}}}           | 200 | true
          {"default": {"content": {"application/json": {"examples": ["x", "y"]}}}}                  | 200 | "x"
          {"200": {"content": {"application/json": {"examples": ["{\\"a\\": [1]}"]}}}}                | 200 | {"a":[1]}
          {"200": {"content": {"application/json": {"examples": ["[1]"], "schema": {"type": "string"}}}}} | 200 | "[1]"
          {"200": {"content": {"application/json": {"examples": ["{broken"]}}}}                     | 200 | "{broken"
          {"204": {"description": "gone"}}                                                          | 204 | ``
          {"404": {"content": {"application/json": {"examples": [1]}}}}                             | 200 | ``
          {}                                                                                        | 200 | ``
          {"200": {"content": {"text/csv": {"examples": ["a,b"]}}}}                                 | 200 | a,b
          {"200": {"content": {"text/html": {}}}}                                                   | 200 | <!doctype html><title>Example</title>
          {"200": {"content": {"application/json": {"schema": {"$ref": "#/s"}}}}}                   | 200 | {"ref":"#/s"}
          {"200": {"content": {"*/*": {"schema": {"type": "integer"}}}}}                            | 200 | 1
          """)
  void answersFromTheDocument(String responses, int status, String body) {
    ApiResponse answer = mock(responses).execute(permit(OPERATION, anonymous()), REQUEST);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(text(answer)).isEqualTo(body == null ? "" : body);
    assertThat(answer.contentType().isPresent()).isEqualTo(body != null && !body.isEmpty());
  }

  @Test
  void pathValuesComeBack() {
    String example =
        "{\"id\": 1, \"shop\": \"s\", \"data\": {\"id\": \"x\", \"n\": {\"id\": 2}}, \"list\": [{\"id\": 3}]}";
    ApiResponse answer =
        mock("{\"200\": {\"content\": {\"application/json\": {\"examples\": [" + example + "]}}}}")
            .execute(permit(OPERATION, anonymous()), REQUEST);
    assertThat(text(answer))
        .isEqualTo(
            "{\"id\":7,\"shop\":\"a/b\",\"data\":{\"id\":\"7\",\"n\":{\"id\":2}},\"list\":[{\"id\":3}]}");
  }

  @Test
  void imagesAreImages() {
    ApiResponse answer =
        mock("{\"200\": {\"content\": {\"image/png\": {}}}}")
            .execute(permit(OPERATION, anonymous()), REQUEST);
    assertThat(answer.contentType()).contains("image/png");
    assertThat(answer.body().toArray()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void theMockShapesLikeTheRealOne() {
    ApiResponse answer =
        mock("{\"200\": {\"content\": {\"application/json\": {\"examples\": [{\"a\": 1.10}]}}}}")
            .execute(permit(OPERATION, anonymous()), REQUEST);
    assertThat(new ResponseShaper().shape(answer).json())
        .isEqualTo(Json.of("{\"status\": 200, \"body\": {\"a\": 1.10}}"));
  }

  @Test
  void anOperationNobodyKnowsHasNoAnswer() {
    MockExecutor empty =
        new MockExecutor(id -> Optional.empty(), reference -> Optional.empty(), List::of);
    assertThatThrownBy(() -> empty.execute(permit(OPERATION, anonymous()), REQUEST))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("getItem");
  }

  @ParameterizedTest
  @CsvSource({
    "/{a}.{b}, /x%2F.y, '{a=x/, b=y}'",
    "/x/{a}:cancel, /x/1+2:cancel, '{a=1+2}'",
    "/x/{a}?type=b, /x/1, '{a=1}'",
    "/x/{a}, /y/1, {}",
    "/({a}), /(1), '{a=1}'"
  })
  void pathValues(String template, String path, String expected) {
    assertThat(PathValues.of(template, path)).hasToString(expected);
  }

  private static MockExecutor mock(String responses) {
    ObjectNode details = (ObjectNode) Json.of("{\"responses\": " + responses + "}");
    return new MockExecutor(
        id -> id.equals("getItem") ? Optional.of(details) : Optional.empty(),
        reference ->
            Optional.of(Json.of("{\"properties\": {\"ref\": {\"const\": \"" + reference + "\"}}}")),
        List::of);
  }

  private static String text(ApiResponse answer) {
    return new String(answer.body().toArray(), UTF_8);
  }
}
