package dev.dragoman.generator.model;

import java.util.List;
import java.util.Objects;

/**
 * An answer of an operation.
 *
 * @param status {@code 200}, {@code 2XX}, {@code default}, …
 * @param description empty when there is none
 * @param headers names of the headers the document describes, in document order
 * @param content in document order; empty when the answer has no body
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
