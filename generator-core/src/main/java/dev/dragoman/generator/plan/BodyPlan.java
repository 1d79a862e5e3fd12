package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.runtime.media.MediaRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The request body of an operation.
 *
 * @param component the record component
 * @param type its Java type
 * @param required whether a request must have a body
 * @param media the preferred media type of those that the document offers
 * @param others names of the other media types in which it may be sent
 * @param mediaTypeComponent the record component for the chosen media type; used only if {@link
 *     #hasChoice}
 * @param encodings form fields that are not written in the default way, by name
 */
public record BodyPlan(
    String component,
    JavaType type,
    boolean required,
    MediaTypeModel media,
    List<String> others,
    String mediaTypeComponent,
    Map<String, Field> encodings) {

  /**
   * How a form field is written.
   *
   * @param style its style, if it is written like a query parameter
   * @param contentType the media type of its part
   * @param binary whether its value is binary
   */
  public record Field(Optional<FieldStyle> style, Optional<String> contentType, boolean binary) {
    public Field {
      Objects.requireNonNull(style);
      Objects.requireNonNull(contentType);
    }
  }

  /** The style of a form field, with the meaning it has for a query parameter. */
  public record FieldStyle(Style style, boolean explode, boolean allowReserved) {
    public FieldStyle {
      Objects.requireNonNull(style);
    }
  }

  /**
   * Whether the caller chooses the media type, out of several or within a range such as {@code
   * image/*}.
   */
  public boolean hasChoice() {
    return !others.isEmpty() || MediaRange.isRange(media.name());
  }

  public BodyPlan {
    Objects.requireNonNull(component);
    Objects.requireNonNull(type);
    Objects.requireNonNull(media);
    others = List.copyOf(others);
    Objects.requireNonNull(mediaTypeComponent);
    encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
  }
}
