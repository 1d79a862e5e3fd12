package dev.dragoman.runtime.execute.shape.problem;

import dev.dragoman.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Shortens the body of a response that reports an error. The formats of vendors differ in structure
 * but not in the words for it, so that one rule by names and content serves problem details (RFC
 * 9457), JSON:API, OData, GraphQL and the formats of single vendors alike. Nothing is reworded:
 * what is shown are values of the API.
 */
public final class ErrorBody {
  /** Bodies with at most this many characters are shown unchanged. */
  static final int SHOWN_UNCHANGED = 1_500;

  private ErrorBody() {}

  /**
   * What is shown, and a notice about the rest.
   *
   * @param value the body; a string for a body that is not JSON
   * @param notice empty if nothing was left out
   */
  public record Shortened(JsonNode value, Optional<String> notice) {
    public Shortened {
      Objects.requireNonNull(value);
      Objects.requireNonNull(notice);
    }
  }

  /** Shortens JSON; the result has the structure of the body. */
  public static Shortened json(JsonNode body) {
    return JsonLength.of(body) <= SHOWN_UNCHANGED
        ? new Shortened(body, Optional.empty())
        : JsonError.shortened(body);
  }

  /** Shortens text: a page, an XML document, JSON with another media type, or anything else. */
  public static Shortened text(String text) {
    if (text.length() <= SHOWN_UNCHANGED) {
      return shown(text, Optional.empty());
    }
    Optional<JsonNode> json = isJson(text) ? parsed(text) : Optional.empty();
    if (json.isPresent()) {
      Shortened shortened = json(json.get());
      return shown(shortened.value().toString(), shortened.notice());
    }
    String kept = TextError.shortened(text);
    LeftOut rest = new LeftOut();
    rest.add(Markup.isMarkup(text) ? "markup" : "", text.length() - kept.length());
    return shown(kept, rest.notice());
  }

  private static boolean isJson(String text) {
    String start = text.substring(0, 20).stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static Optional<JsonNode> parsed(String text) {
    return JsonReader.forResponses().find(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Shortened shown(String text, Optional<String> notice) {
    return new Shortened(JsonNodeFactory.instance.stringNode(text), notice);
  }
}
