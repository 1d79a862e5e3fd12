package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.Caller;
import java.util.List;
import java.util.Optional;

/** Says who sends an HTTP request. */
public interface CallerResolver {

  /**
   * The caller of a request.
   *
   * @throws AccessRefusedException when the headers name no caller that may go on
   */
  Caller resolve(RequestHeaders headers);

  /**
   * The value of {@code WWW-Authenticate} for a caller whose access token lacks scopes (RFC 6750,
   * section 3.1).
   *
   * @param scopes all the scopes its call needs
   */
  default Optional<String> insufficientScope(Caller caller, List<String> scopes) {
    return Optional.empty();
  }
}
