package dev.dragoman.runtime.search.index;

import java.util.List;

/**
 * What the index is built from, one per operation in ordinal order.
 *
 * @param id the name agents call it by
 * @param method the HTTP method
 * @param path the path template
 * @param tags in document order
 * @param summary empty when there is none
 * @param description empty when there is none
 * @param parameters names of the parameters
 * @param bodyFields names of the body's fields, the top ones
 * @param deprecated whether the document says so
 * @param producers ordinals of operations that yield its path parameters
 */
public record IndexedOperation(
    String id,
    String method,
    String path,
    List<String> tags,
    String summary,
    String description,
    List<String> parameters,
    List<String> bodyFields,
    boolean deprecated,
    List<Integer> producers) {
  public IndexedOperation {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
    bodyFields = List.copyOf(bodyFields);
    producers = List.copyOf(producers);
  }
}
