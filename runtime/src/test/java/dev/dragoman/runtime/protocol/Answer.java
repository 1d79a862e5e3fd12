package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param status of HTTP; 0 over standard streams
 * @param body null when nothing was sent
 */
record Answer(int status, @Nullable JsonNode body) {

  static Answer of(int status, String text) {
    return new Answer(status, text.isEmpty() ? null : JsonMapper.shared().readTree(text));
  }

  JsonNode message() {
    assertThat(body).as("an answer").isNotNull();
    return body;
  }

  /** The value at a JSON pointer of the message. */
  JsonNode at(String pointer) {
    return message().at(pointer);
  }

  int errorCode() {
    return at("/error/code").asInt(0);
  }
}
