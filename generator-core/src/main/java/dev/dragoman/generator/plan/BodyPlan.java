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
 * The body an operation sends.
 *
 * @param component the record component
 * @param type its Java type
 * @param required whether a request needs it
 * @param media the media type preferred among those the document offers
 * @param others names of the other media types it may be sent in
 * @param mediaTypeComponent the record component of the media type chosen; used only where there is
 *     a choice
 * @param encodings fields of a form that are not written the default way
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
   * How a field of a form is written.
   *
   * @param style the style it has as a query parameter would
   * @param contentType the media type of its part
   * @param binary whether its value is bytes
   */
  public record Field(Optional<FieldStyle> style, Optional<String> contentType, boolean binary) {
    public Field {
      Objects.requireNonNull(style);
      Objects.requireNonNull(contentType);
    }
  }

  /** How a field of a form is written that has a style. */
  public record FieldStyle(Style style, boolean explode, boolean allowReserved) {
    public FieldStyle {
      Objects.requireNonNull(style);
    }
  }

  /** Whether a caller chooses the media type: among several, or within a range. */
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
