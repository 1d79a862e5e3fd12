package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes reads of fields that the schema of a response does not have. */
final class UnknownFields {
  private static final int NAME_BYTES = 100;
  private static final int PATH_BYTES = 300;

  private UnknownFields() {}

  /**
   * The problem in words.
   *
   * @param path from the response to the field, as the sandbox reports it
   * @param shape the fields of the response; null if they are not known
   */
  static String message(String operation, String path, @Nullable ObjectNode shape) {
    int last = path.lastIndexOf('.');
    String name = path.substring(last + 1);
    Optional<String> nearest = NearestName.to(name, known(shape, path, last));
    return "The response of "
        + ForeignText.clip(ForeignText.line(operation), NAME_BYTES)
        + " does not have the field "
        + ForeignText.quoted(path.startsWith(".") ? path.substring(1) : path, PATH_BYTES)
        + nearest.map(near -> "; did you mean " + ForeignText.line(near) + "?").orElse(".");
  }

  private static Collection<String> known(@Nullable ObjectNode root, String path, int last) {
    if (root == null || last < 0) {
      return List.of();
    }
    JsonNode shape = root;
    for (String step : path.substring(0, last).split("[.]", -1)) {
      String field = step.replace("[]", "");
      shape = field.isEmpty() ? shape : shape.path("fields").path(field);
      for (int items = (step.length() - field.length()) / 2; items > 0; items--) {
        shape = shape.path("items");
      }
    }
    return shape.path("fields").propertyNames();
  }
}
