package dev.dragoman.runtime.execute.mock.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.RequestBody;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the values of a request body: JSON or a form. */
public final class BodyValues {
  private BodyValues() {}

  /** The values; empty if there is no body, or one whose values are not known here. */
  public static Optional<JsonNode> of(Optional<RequestBody> body) {
    if (body.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = body.get().bytes();
    return switch (MediaKind.of(body.get().contentType())) {
      case JSON -> JsonReader.forResponses().find(bytes);
      case FORM -> Optional.of(FormValues.of(new String(bytes, UTF_8)));
      case JSON_LINES, MULTIPART, XML, TEXT, BINARY -> Optional.empty();
    };
  }

  /**
   * The items of a body that stands for several: an array, or an object with an array whose name is
   * the collection's, as in {@code {"labels": ["bug"]}}. Empty if the body stands for one item; an
   * empty array beside other members is a property of it.
   */
  public static Optional<List<JsonNode>> elements(JsonNode body, String collection) {
    String plain = Names.plain(collection);
    Optional<String> member =
        body.propertyNames().stream()
            .filter(name -> body.path(name).isArray() && Names.plain(name).equals(plain))
            .filter(name -> body.size() == 1 || !body.path(name).isEmpty())
            .findFirst();
    JsonNode list = member.map(body::path).orElse(body);
    return list.isArray() ? Optional.of(List.copyOf(list.values())) : Optional.empty();
  }
}
