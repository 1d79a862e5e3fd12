package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.Caller;
import java.util.List;
import java.util.Optional;

/** Determines the caller of an HTTP request. */
public interface CallerResolver {

  /**
   * The caller of a request.
   *
   * @throws AccessRefusedException if the headers do not identify an admissible caller
   */
  Caller resolve(RequestHeaders headers);

  /**
   * The caller of a request that has keys for single security schemes, in headers of their own.
   * Where keys are accepted, it needs no other one.
   *
   * @throws AccessRefusedException if the headers do not identify an admissible caller
   */
  default Caller resolveBesideKeys(RequestHeaders headers) {
    return resolve(headers);
  }

  /**
   * The value of {@code WWW-Authenticate} for a caller whose access token lacks scopes (RFC 6750,
   * section 3.1).
   *
   * @param scopes all scopes that its call needs
   */
  default Optional<String> insufficientScope(Caller caller, List<String> scopes) {
    return Optional.empty();
  }
}
