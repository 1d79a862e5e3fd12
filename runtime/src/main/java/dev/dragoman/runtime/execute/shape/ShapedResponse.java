package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API response, shaped for a model.
 *
 * @param status the HTTP status
 * @param json the envelope: {@code status}, {@code headers}, {@code body} if it is JSON, {@code
 *     notice} and {@code advice} if there is one. Its strings are the API's own
 * @param beside text or bytes that are not JSON
 * @param isError whether the call failed
 * @param whole the whole body; empty if it is not JSON
 * @param cut the part of the body that is shown; empty if it is neither JSON nor text
 */
public record ShapedResponse(
    int status,
    ObjectNode json,
    Optional<Content> beside,
    boolean isError,
    Optional<JsonNode> whole,
    Optional<Cut> cut) {

  /** One block. */
  public sealed interface Content {

    /** Text. */
    record Text(String text) implements Content {
      public Text {
        Objects.requireNonNull(text);
      }
    }

    /**
     * Bytes.
     *
     * @param mediaType without parameters, e.g. {@code image/png}
     * @param base64 the bytes (RFC 4648, section 4)
     */
    record Binary(String mediaType, String base64) implements Content {
      public Binary {
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(base64);
      }
    }
  }

  public ShapedResponse {
    Objects.requireNonNull(json);
    Objects.requireNonNull(beside);
    Objects.requireNonNull(whole);
    Objects.requireNonNull(cut);
  }

  /** Whether all of the body is shown. */
  public boolean isWhole() {
    return cut.filter(Cut::isPartial).isEmpty();
  }

  /** Adds a sentence about what is shown to the envelope. */
  public void addNotice(String sentence) {
    Notices.add(json, sentence);
  }

  /**
   * The content to show: the envelope in one line, with invisible characters escaped, then what is
   * not JSON. Written each time, so that the envelope can be completed before.
   */
  public List<Content> content() {
    return Stream.concat(
            Stream.<Content>of(new Content.Text(VisibleText.of(json.toString()))), beside.stream())
        .toList();
  }
}
