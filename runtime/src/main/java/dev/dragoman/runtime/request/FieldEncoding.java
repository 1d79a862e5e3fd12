package dev.dragoman.runtime.request;

import dev.dragoman.runtime.media.MediaRange;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * How one field of a form or multipart body is written (OpenAPI 3.2, Encoding Object).
 *
 * @param style the query parameter style in which the field is written; empty if its media type
 *     determines the encoding
 * @param contentType the media type of the field's part; a list or a range, as written in the
 *     document, leaves the choice to the file; empty for the default that follows from the value
 * @param isBinary whether a string contains Base64-encoded bytes
 */
public record FieldEncoding(
    Optional<ParameterStyle> style, Optional<String> contentType, boolean isBinary) {
  private static final String JSON = "application/json";

  public FieldEncoding {
    Objects.requireNonNull(style);
    Objects.requireNonNull(contentType);
  }

  /** A field written like a query parameter of the given style. */
  public static FieldEncoding of(ParameterStyle style) {
    return style.kind() == ParameterStyle.Kind.JSON
        ? contentType(JSON)
        : new FieldEncoding(Optional.of(style), Optional.empty(), false);
  }

  /** A field whose part has the given media type. */
  public static FieldEncoding contentType(String contentType) {
    return new FieldEncoding(Optional.empty(), Optional.of(contentType), false);
  }

  /** A file: a Base64 string, or an object that describes the file. */
  public static FieldEncoding binary() {
    return new FieldEncoding(Optional.empty(), Optional.empty(), true);
  }

  /** A file whose part has the given media type unless the file specifies its own. */
  public static FieldEncoding binary(String contentType) {
    return new FieldEncoding(Optional.empty(), Optional.of(contentType), true);
  }

  /**
   * The media type of a part whose value does not specify one; empty if the document leaves it
   * open.
   */
  Optional<String> concreteType() {
    return contentType.map(FieldEncoding::first).filter(type -> type.indexOf('*') < 0);
  }

  /**
   * The media type of a file that does not specify one: among several, the one that its name or its
   * first bytes indicate; empty if the document leaves it open and neither says more.
   */
  Optional<String> fileType(String filename, byte[] content) {
    boolean open = contentType.filter(types -> types.matches(".*[,*].*")).isPresent();
    return open
        ? FileType.indicated(filename, content).filter(this::allows).or(this::concreteType)
        : contentType;
  }

  private boolean allows(String type) {
    return Arrays.stream(contentType.orElse("").split(","))
        .anyMatch(offered -> MediaRange.matches(offered.strip(), type));
  }

  /** The first of a list of media types. */
  private static String first(String types) {
    int comma = types.indexOf(',');
    return (comma < 0 ? types : types.substring(0, comma)).strip();
  }
}
