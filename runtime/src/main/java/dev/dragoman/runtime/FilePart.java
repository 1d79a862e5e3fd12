package dev.dragoman.runtime;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A file, as agents give one: {@code {"filename", "contentType", "base64"}}, the first two
 * optional.
 */
record FilePart(String filename, String contentType, String base64) {
  private static final Set<String> MEMBERS = Set.of("filename", "contentType", "base64");

  /** The file that a value is; empty when it is something else. */
  static Optional<FilePart> of(JsonNode value) {
    boolean file =
        value.isObject()
            && value.path("base64").isString()
            && MEMBERS.containsAll(value.propertyNames());
    return file
        ? Optional.of(
            new FilePart(
                value.path("filename").asString("file"),
                value.path("contentType").asString("application/octet-stream"),
                value.path("base64").stringValue()))
        : Optional.empty();
  }
}
