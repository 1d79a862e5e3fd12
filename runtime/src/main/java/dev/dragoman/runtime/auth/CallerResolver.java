package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.Caller;

/** Says who sends an HTTP request. */
public interface CallerResolver {

  /**
   * The caller of a request.
   *
   * @throws AccessRefusedException when the headers name no caller that may go on
   */
  Caller resolve(RequestHeaders headers);
}
