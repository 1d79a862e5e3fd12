package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A message and what must come of it, whatever the transport. */
final class Case {
  private final Message message;
  private final Map<String, String> expected = new LinkedHashMap<>();
  private int status = 200;

  private Case(Message message) {
    this.message = message;
  }

  static Case when(Message message) {
    return new Case(message);
  }

  /** The JSON at a pointer of the answer; {@code (absent)} when there must be none. */
  Case then(String pointer, String json) {
    expected.put(pointer, json);
    return this;
  }

  Case thenError(int code) {
    return then("/error/code", String.valueOf(code));
  }

  /** The status over HTTP, where it is not 200. */
  Case withStatus(int httpStatus) {
    this.status = httpStatus;
    return this;
  }

  void runOn(TestServer server) {
    Answer answer = server.send(message);
    if (server instanceof HttpTestServer) {
      assertThat(answer.status()).isEqualTo(status);
    }
    if (!message.answered()) {
      assertThat(answer.body()).isNull();
      return;
    }
    MessageSchemas.check(message.version(), message.method(), answer.message());
    expected.forEach((pointer, json) -> check(answer, pointer, json));
  }

  private static void check(Answer answer, String pointer, String json) {
    if (json.equals("(absent)")) {
      assertThat(answer.at(pointer).isMissingNode()).as("%s in %s", pointer, answer).isTrue();
    } else {
      assertThat(answer.at(pointer))
          .as("%s in %s", pointer, answer)
          .isEqualTo(JsonMapper.shared().readTree(json));
    }
  }

  @Override
  public String toString() {
    String text = message.text();
    return message.version()
        + " "
        + (message.method().isEmpty()
            ? text.substring(0, Math.min(60, text.length()))
            : message.method())
        + " -> "
        + expected;
  }
}
