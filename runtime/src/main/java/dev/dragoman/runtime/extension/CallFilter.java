package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.client.ApiReply;

/**
 * Looks at every call of an operation and at the API's response to it, whether an agent runs the
 * operation with {@code execute} or a tool does so through its client. Filters of a server are
 * applied in the order in which they were added, and to responses in the reverse order. Instances
 * are shared by all calls and have to be thread-safe.
 *
 * <p>A filter can narrow, mask, log and refuse, but cannot widen anything: the operation cannot be
 * exchanged, and what it returns is read, validated and limited to the caller's organization in the
 * same way as what the agent sent. Exceptions other than {@link RefusedException} fail the call.
 */
public interface CallFilter {

  /**
   * Looks at a call that the guard has permitted, before its arguments are read.
   *
   * @return the call to continue with: the same one, or one with other arguments
   * @throws RefusedException to refuse the call; nothing is sent
   */
  default OperationCall request(OperationCall call) {
    return call;
  }

  /**
   * Looks at a response before the agent or the tool sees it.
   *
   * @return the response to continue with: the same one, or one with another body
   * @throws RefusedException to withhold the response; the request has been sent, and the result
   *     says so
   */
  default ApiReply response(OperationCall call, ApiReply response) {
    return response;
  }
}
