package dev.dragoman.runtime.request;

/** A typed request for one operation. Generated, one record per operation. */
public interface OperationRequest {

  /**
   * The request with the values of this object, not yet built. Does not send anything.
   *
   * @see ApiRequest.Builder#content
   */
  ApiRequest.Builder request();

  /**
   * The HTTP request, exactly as the API's document specifies it. Does not send anything.
   *
   * <p>The values are not validated against the document's schemas: the compiler checks their
   * types, and all other constraints (ranges, patterns, formats) are checked when an agent or a
   * client calls the operation.
   *
   * @throws InvalidArgumentsException if a value cannot be sent safely, such as a path value of
   *     {@code ..}
   */
  default ApiRequest toApiRequest() {
    return request().build();
  }
}
