package dev.dragoman.runtime;

/** A typed request for one operation. Generated, one record per operation. */
public interface OperationRequest {

  /** The HTTP request, exactly as the API's document says it must look. Sends nothing. */
  ApiRequest toApiRequest();
}
