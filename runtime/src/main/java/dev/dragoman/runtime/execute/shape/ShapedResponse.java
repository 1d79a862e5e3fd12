package dev.dragoman.runtime.execute.shape;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API response, shaped for a model.
 *
 * @param status the HTTP status
 * @param json the first block of the content as a value: {@code status}, {@code headers}, {@code
 *     body} if it is JSON, {@code notice} and {@code advice} if there is one. Its strings are the
 *     API's own; in the texts of the content, invisible characters are escaped
 * @param content the content to show: the JSON in one line, then text or bytes that are not JSON
 * @param isError whether the call failed
 */
public record ShapedResponse(int status, ObjectNode json, List<Content> content, boolean isError) {

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
    content = List.copyOf(content);
  }
}
