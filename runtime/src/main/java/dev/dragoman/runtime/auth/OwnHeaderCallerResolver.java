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
 * Reads the caller of one API from headers with that API's name only, for servers of several APIs:
 * the key is in {@code X-<Vendor>-Api-Key}, because {@code Authorization} does not say whose key it
 * contains.
 */
public final class OwnHeaderCallerResolver implements CallerResolver {
  private static final int BAD_REQUEST = 400;

  private final AccessNames names;
  private final AccessPolicy policy;

  /** Creates a resolver; the policy's ways of authentication do not include access tokens. */
  public OwnHeaderCallerResolver(AccessNames names, AccessPolicy policy) {
    this.names = Objects.requireNonNull(names);
    this.policy = Objects.requireNonNull(policy);
  }

  @Override
  public Caller resolve(RequestHeaders headers) {
    CallerSettings settings = new CallerSettings();
    AccessMode access =
        policy.limit(
            settings.accessMode(names.accessModeHeader(), headers.all(names.accessModeHeader())));
    AuthMode auth = settings.authMode(names.authModeHeader(), headers.all(names.authModeHeader()));
    Optional<Secret> key = key(settings, headers.all(names.apiKeyHeader()));
    Optional<String> organization =
        settings.organization(
            names.organizationHeader(),
            headers.all(names.organizationHeader()),
            auth,
            names.authModeHeader());
    Optional<String> environment =
        settings.environment(
            names.environmentHeader(), headers.all(names.environmentHeader()), policy, key);
    if (!settings.problems().isEmpty()) {
      throw new AccessRefusedException(
          BAD_REQUEST, String.join(" ", settings.problems()), Optional.empty());
    }
    return new Caller(access, auth, organization, key, Optional.empty(), environment);
  }

  /** The key alone, without a word such as {@code Bearer} that the API expects before it. */
  private Optional<Secret> key(CallerSettings settings, List<String> values) {
    String header = names.apiKeyHeader();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1) {
      settings.problem(header + " is given " + values.size() + " times; specify it once.");
      return Optional.empty();
    }
    if (!policy.admits(AuthenticationMethod.API_KEY)) {
      settings.problem("This server does not accept credentials; omit " + header + ".");
      return Optional.empty();
    }
    String value = values.get(0).strip();
    if (JwtShape.of(value) && !policy.keys().jwts()) {
      settings.problem(
          header
              + " contains a JWT, which may be an access token for something else. If this API's"
              + " keys are JWTs, the operator has to set "
              + names.variable("jwt-keys")
              + "=true.");
      return Optional.empty();
    }
    return settings.key(header, value);
  }
}
