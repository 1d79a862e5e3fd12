package dev.dragoman.runtime.client;

import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Describes a problem on one line: with the sentence in the body of an error response. */
final class ProblemText {
  private static final int MAX_LENGTH = 400;

  /** RFC 9457, section 3.1, RFC 6749, section 5.2, and what is common beside them. */
  private static final List<String> MEMBERS =
      List.of(
          "detail",
          "title",
          "message",
          "error_description",
          "errorMessage",
          "description",
          "reason",
          "error",
          "errors",
          "code");

  private ProblemText() {}

  /** The sentence; empty if the body does not contain one. */
  static String of(ApiReply reply) {
    Optional<String> sentence =
        reply.findJson().map(json -> sentences(json, 3).findFirst().orElse(""));
    return clip(sentence.orElseGet(() -> plainText(reply)));
  }

  private static String plainText(ApiReply reply) {
    boolean html = reply.contentType().filter(type -> type.contains("html")).isPresent();
    return html ? "" : reply.findText().orElse("");
  }

  private static Stream<String> sentences(JsonNode json, int depth) {
    if (json.isString()) {
      return Stream.of(json.stringValue()).filter(text -> !text.isBlank());
    } else if (depth == 0) {
      return Stream.empty();
    } else if (json.isArray()) {
      return json.values().stream().limit(1).flatMap(item -> sentences(item, depth));
    }
    return MEMBERS.stream().flatMap(member -> sentences(json.path(member), depth - 1));
  }

  /** Visible text on one line, cut where it is long. */
  static String clip(String text) {
    String line = VisibleText.line(text);
    int points = line.codePointCount(0, line.length());
    return points <= MAX_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)).stripTrailing() + "…";
  }
}
