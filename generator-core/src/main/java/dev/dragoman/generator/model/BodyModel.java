package dev.dragoman.generator.model;

import java.util.List;
import java.util.Objects;

/**
 * A request body. Swagger 2.0's body and formData parameters have this form too.
 *
 * @param required whether a request needs it
 * @param description empty when there is none
 * @param content the media types it may have, in document order
 */
public record BodyModel(boolean required, String description, List<MediaTypeModel> content) {
  public BodyModel {
    Objects.requireNonNull(description);
    content = List.copyOf(content);
  }
}
