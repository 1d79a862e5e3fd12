package dev.dragoman.runtime.client;

import dev.dragoman.runtime.request.OperationRequest;

/**
 * Calls operations of an API on behalf of one caller.
 *
 * <p>A call takes the same way as an agent's: the guard decides whether the caller may run the
 * operation, the arguments are checked against the API's document, a default organization is filled
 * in, writes get an idempotency key where the API takes one. Interrupting the calling thread
 * cancels a call. Thread-safe unless an implementation says otherwise.
 */
public interface ApiClient {

  /**
   * Calls an operation and waits for the response.
   *
   * @param request a generated request, e.g. {@code new IssuesOperations.ListIssues(owner, repo)}
   * @return the response, with a status from 200 to 299
   * @throws OperationRefusedException if the guard refuses the call; nothing was sent
   * @throws InvalidRequestException if the request does not match the API's document; nothing was
   *     sent
   * @throws ApiReplyException if the response has another status
   * @throws NoReplyException if there is no usable response; a write may have taken effect
   */
  ApiReply call(OperationRequest request);
}
