package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.executor;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Framing, header values and content codings as servers see and send them. */
class WhatGoesOverTheWireTest {
  private static final String EMPTY = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

  private static ApiRequest request(String method, List<Pair> headers, byte... body) {
    Optional<RequestBody> content =
        body.length == 0 ? Optional.empty() : Optional.of(RequestBody.of("text/plain", body));
    return new ApiRequest(method, Optional.empty(), "/x", "", headers, List.of(), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE", "TRACE", "QUERY", "PROPFIND"})
  void noLengthIsAnnouncedWithoutContent(String method) {
    try (RawUpstream api = RawUpstream.answering(EMPTY)) {
      executor(api, "").execute(permit(READ, anonymous()), request(method, List.of()));
      assertThat(api.onlyRequest())
          .startsWith(method + " /x HTTP/1.1\r\nHost: 127.0.0.1:")
          .doesNotContainIgnoringCase("content-length")
          .doesNotContainIgnoringCase("transfer-encoding")
          .doesNotContainIgnoringCase("connection:")
          .doesNotContainIgnoringCase("upgrade");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aWriteWithoutContentSaysSo(String method) {
    try (RawUpstream api = RawUpstream.answering(EMPTY)) {
      executor(api, "").execute(permit(READ, anonymous()), request(method, List.of()));
      assertThat(api.onlyRequest()).containsOnlyOnce("\r\nContent-Length: 0\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "POST", "QUERY"})
  void contentHasItsLength(String method) {
    try (RawUpstream api = RawUpstream.answering(EMPTY)) {
      executor(api, "")
          .execute(permit(READ, anonymous()), request(method, List.of(), (byte) 'a', (byte) 'b'));
      assertThat(api.onlyRequest())
          .containsOnlyOnce("\r\nContent-Length: 2\r\n")
          .endsWith("\r\n\r\nab");
    }
  }

  @Test
  void headersThatRepeatAreAllSentInTheirOrder() {
    try (RawUpstream api = RawUpstream.answering(EMPTY)) {
      List<Pair> headers =
          List.of(new Pair("X-B", "1"), new Pair("X-A", "é"), new Pair("X-B", "2"));
      executor(api, "").execute(permit(READ, anonymous()), request("GET", headers));
      assertThat(api.onlyRequest()).contains("\r\nX-B: 1\r\nX-A: é\r\nX-B: 2\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"日本", "a\u0001", "a\u007f", "a\u0085", "€"})
  void aHeaderValueThatCannotBeSentIsRefused(String value) {
    try (RawUpstream api = RawUpstream.answering(EMPTY)) {
      ApiRequest request = request("GET", List.of(new Pair("X-Name", value)));
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), request))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("X-Name")
          .hasMessageContaining("nothing was sent");
      assertThat(api.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "utf-8",
        "none",
        "None",
        "aws-chunked",
        "8bit",
        "identity",
        "",
        "x, none"
      })
  void aCodingThatIsNoneIsPassedOver(String coding) {
    String answer =
        "HTTP/1.1 201 X\nContent-Encoding: " + coding + "\nContent-Length: 8\n\n{\"id\":7}";
    try (RawUpstream api = RawUpstream.answering(answer)) {
      ApiResponse response =
          executor(api, "").execute(permit(READ, anonymous()), request("POST", List.of()));
      assertThat(response.status()).isEqualTo(201);
      assertThat(text(response)).isEqualTo("{\"id\":7}");
    }
  }

  @ParameterizedTest
  @CsvSource({"br, 201", "zstd, 422", "compress, 200", "gzip, 500", "deflate, 404"})
  void aCodingThatCannotBeUndoneTellsTheStatus(String coding, int status) {
    String answer =
        "HTTP/1.1 " + status + " X\nContent-Encoding: " + coding + "\nContent-Length: 2\n\nab";
    try (RawUpstream api = RawUpstream.answering(answer)) {
      assertThatThrownBy(
              () ->
                  executor(api, "").execute(permit(READ, anonymous()), request("POST", List.of())))
          .hasMessageContaining("The response had status " + status + ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip", "zstd, gzip"})
  void anEmptyBodyIsNotDecoded(String coding) {
    String head = "HTTP/1.1 200 OK\nContent-Encoding: " + coding + "\nContent-Length: ";
    try (RawUpstream api = RawUpstream.answering(head + "512\n\n");
        RawUpstream other = RawUpstream.answering(head + "0\n\n")) {
      ApiRequest headOnly = ApiRequest.builder("HEAD", "/x").build();
      assertThat(executor(api, "").execute(permit(READ, anonymous()), headOnly).status())
          .isEqualTo(200);
      assertThat(executor(other, "").execute(permit(READ, anonymous()), get("/x")).body().length())
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5\nContent-Length: 6", "Content-Length: x"})
  void aLengthThatCannotBeReadTellsTheStatus(String length) {
    try (RawUpstream api = RawUpstream.answering("HTTP/1.1 201 X\n" + length + "\n\nabcde")) {
      assertThatThrownBy(
              () ->
                  new HttpExecutor(PLAIN, Upstream.named(api.url()))
                      .execute(permit(READ, anonymous()), request("POST", List.of())))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("The response had status 201.");
    }
  }
}
