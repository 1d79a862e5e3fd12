package dev.dragoman.runtime.request;

/** A typed request for one operation. Generated, one record per operation. */
public interface OperationRequest {

  /**
   * The HTTP request, exactly as the API's document specifies it. Does not send anything.
   *
   * <p>The values are not validated against the document's schemas: the compiler checks their
   * types, and all other constraints (ranges, patterns, formats) are checked for agents only, by
   * the execute tool.
   *
   * @throws InvalidArgumentsException if a value cannot be sent safely, such as a path value of
   *     {@code ..}
   */
  ApiRequest toApiRequest();
}
