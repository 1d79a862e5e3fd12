package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the caller from the headers of its request: {@code Authorization: Bearer <its own API key>}
 * (RFC 6750, section 2.1), and the vendor's headers for access mode, auth mode and organisation.
 *
 * <p>A request without a credential is let in as anonymous: it may search, and whatever needs a
 * credential says so.
 */
public final class HeaderCallerResolver implements CallerResolver {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private final AccessNames names;
  private final AccessPolicy policy;

  public HeaderCallerResolver(AccessNames names, AccessPolicy policy) {
    this.names = Objects.requireNonNull(names);
    this.policy = Objects.requireNonNull(policy);
  }

  @Override
  public Caller resolve(RequestHeaders headers) {
    CallerSettings settings = new CallerSettings();
    AccessMode access =
        settings.accessMode(names.accessModeHeader(), headers.all(names.accessModeHeader()));
    AuthMode auth = settings.authMode(names.authModeHeader(), headers.all(names.authModeHeader()));
    Optional<String> organisation =
        settings.organisation(
            names.organisationHeader(),
            headers.all(names.organisationHeader()),
            auth,
            names.authModeHeader());
    Optional<Secret> credential = credential(settings, headers.all(AUTHORIZATION));
    if (!settings.problems().isEmpty()) {
      throw new AccessRefusedException(
          400, String.join(" ", settings.problems()), Optional.empty());
    }
    return new Caller(policy.limit(access), auth, organisation, credential);
  }

  private static Optional<Secret> credential(CallerSettings settings, List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1) {
      settings.problem("Authorization is given " + values.size() + " times; give it once.");
      return Optional.empty();
    }
    String value = values.get(0).strip();
    if (!value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      settings.problem("Authorization must be: Bearer <your API key>.");
      return Optional.empty();
    }
    return settings.key(AUTHORIZATION, value.substring(BEARER.length()).strip());
  }
}
