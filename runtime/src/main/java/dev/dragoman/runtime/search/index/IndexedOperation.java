package dev.dragoman.runtime.search.index;

import java.util.List;

/**
 * The input of the index, one per operation in ordinal order.
 *
 * @param id the name by which agents call it
 * @param method the HTTP method
 * @param path the path template
 * @param tags in document order
 * @param summary empty if there is none
 * @param description empty if there is none
 * @param parameters names of the parameters
 * @param bodyFields names of the body's top-level fields
 * @param deprecated whether the document marks it as deprecated
 * @param producers ordinals of operations that return its path parameters
 * @param keywords words of the operator, by which it is found too
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
    List<Integer> producers,
    List<String> keywords) {
  public IndexedOperation {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
    bodyFields = List.copyOf(bodyFields);
    producers = List.copyOf(producers);
    keywords = List.copyOf(keywords);
  }

  /** Without keywords. */
  public IndexedOperation(
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
    this(
        id,
        method,
        path,
        tags,
        summary,
        description,
        parameters,
        bodyFields,
        deprecated,
        producers,
        List.of());
  }
}
