package dev.dragoman.runtime.request;

/** A typed request for one operation. Generated, one record per operation. */
public interface OperationRequest {

  /**
   * The HTTP request, exactly as the API's document says it must look. Sends nothing.
   *
   * <p>The values are not checked against the document's schemas: their types are the compiler's
   * affair, and what else the document wants of them (ranges, patterns, formats) is checked for
   * agents only, by the execute tool.
   *
   * @throws InvalidArgumentsException if a value cannot be sent safely, such as a path value of
   *     {@code ..}
   */
  ApiRequest toApiRequest();
}
