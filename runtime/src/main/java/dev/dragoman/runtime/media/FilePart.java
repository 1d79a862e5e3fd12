package dev.dragoman.runtime.media;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A file as supplied by an agent: {@code {"filename", "contentType", "base64"}}, the first two
 * optional, or only the Base64 text where a file is expected.
 *
 * @param filename the name sent to the API
 * @param contentType the file's media type; empty if the agent does not specify it
 */
public record FilePart(String filename, Optional<String> contentType, String base64) {
  private static final String UNNAMED = "file";
  private static final Set<String> MEMBERS = Set.of("filename", "contentType", "base64");

  /** The file that an object describes; empty if it is not a file. */
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

  /** The file in a value where a file is expected: an object, or a Base64 string. */
  public static Optional<FilePart> wanted(JsonNode value) {
    return value.isString()
        ? Optional.of(new FilePart(UNNAMED, Optional.empty(), value.stringValue()))
        : of(value);
  }
}
