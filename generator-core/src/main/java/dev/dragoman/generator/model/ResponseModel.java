package dev.dragoman.generator.model;

import java.util.List;
import java.util.Objects;

/**
 * A response of an operation.
 *
 * @param status {@code 200}, {@code 2XX}, {@code default}, …
 * @param description empty if there is none
 * @param headers names of the declared headers, in document order
 * @param content in document order; empty if the response has no body
 */
public record ResponseModel(
    String status, String description, List<String> headers, List<MediaTypeModel> content) {
  public ResponseModel {
    Objects.requireNonNull(status);
    Objects.requireNonNull(description);
    headers = List.copyOf(headers);
    content = List.copyOf(content);
  }
}
