package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The body an operation sends.
 *
 * @param component the record component
 * @param type its Java type
 * @param required whether a request needs it
 * @param media the media type chosen among those the document offers
 * @param encodings fields of a form that are not written the default way
 */
public record BodyPlan(
    String component,
    JavaType type,
    boolean required,
    MediaTypeModel media,
    Map<String, FieldStyle> encodings) {

  /** How a field of a form is written. */
  public record FieldStyle(Style style, boolean explode, boolean allowReserved) {
    public FieldStyle {
      Objects.requireNonNull(style);
    }
  }

  public BodyPlan {
    Objects.requireNonNull(component);
    Objects.requireNonNull(type);
    Objects.requireNonNull(media);
    encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
  }
}
