package dev.dragoman.runtime.media;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A file, as agents give one: {@code {"filename", "contentType", "base64"}}, the first two
 * optional; or the Base64 text alone, where a file is wanted.
 *
 * @param filename the name that the API is told
 * @param contentType its media type; empty when the agent does not say
 */
public record FilePart(String filename, Optional<String> contentType, String base64) {
  private static final String UNNAMED = "file";
  private static final Set<String> MEMBERS = Set.of("filename", "contentType", "base64");

  /** The file that an object is; empty when it is something else. */
  public static Optional<FilePart> of(JsonNode value) {
    boolean file =
        value.isObject()
            && value.path("base64").isString()
            && MEMBERS.containsAll(value.propertyNames());
    return file
        ? Optional.of(
            new FilePart(
                value.path("filename").asString(UNNAMED),
                Optional.of(value.path("contentType").asString("")).filter(type -> !type.isBlank()),
                value.path("base64").stringValue()))
        : Optional.empty();
  }

  /** The file that a value is where a file is wanted: an object, or a Base64 string. */
  public static Optional<FilePart> wanted(JsonNode value) {
    return value.isString()
        ? Optional.of(new FilePart(UNNAMED, Optional.empty(), value.stringValue()))
        : of(value);
  }
}
