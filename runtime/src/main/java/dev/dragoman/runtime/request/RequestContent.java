package dev.dragoman.runtime.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values of a typed request as they were given, before they are written in the styles and
 * encodings of the API's document.
 *
 * @param operation the id of the operation; empty if the request is not for a declared operation
 * @param method the HTTP method
 * @param path the path template
 * @param values the parameters that are present
 * @param body the body; null if there is none
 * @param mediaType the media type of the body, if there is one
 * @param more what the API's own URL of a page adds to the query, percent-encoded; empty for
 *     nothing
 */
public record RequestContent(
    String operation,
    String method,
    String path,
    List<Value> values,
    @Nullable JsonNode body,
    Optional<String> mediaType,
    String more) {

  /**
   * A parameter with its value.
   *
   * @param place where it is sent: {@code path}, {@code query}, {@code querystring}, {@code header}
   *     or {@code cookie}
   * @param name its name on the wire; empty for the entire query string
   * @param value its value; never JSON null
   */
  public record Value(String place, String name, JsonNode value) {
    public Value {
      Objects.requireNonNull(place);
      Objects.requireNonNull(name);
      Objects.requireNonNull(value);
    }
  }

  public RequestContent {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    values = List.copyOf(values);
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(more);
  }
}
