package dev.dragoman.generator.model;

import java.util.List;
import java.util.Objects;

/**
 * A request body; also represents the body and formData parameters of Swagger 2.0.
 *
 * @param required whether a request must have it
 * @param description empty if there is none
 * @param content its media types, in document order
 */
public record BodyModel(boolean required, String description, List<MediaTypeModel> content) {
  public BodyModel {
    Objects.requireNonNull(description);
    content = List.copyOf(content);
  }
}
