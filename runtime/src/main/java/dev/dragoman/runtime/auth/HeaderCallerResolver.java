package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller from the request headers: {@code Authorization: Bearer …} (RFC 6750, section
 * 2.1), and the vendor's headers for access mode, auth mode, organization and environment.
 *
 * <p>The bearer token is an API key or an access token for this server. If access tokens are
 * accepted, a bearer token that looks like one is never treated as a key, because it would be sent
 * to the API.
 */
public final class HeaderCallerResolver implements CallerResolver {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  /** Several such headers as combined by a proxy (RFC 9110, section 5.3). */
  private static final Pattern SEVERAL = Pattern.compile("(?i), *bearer ");

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private final AccessNames names;
  private final AccessPolicy policy;
  private final @Nullable OAuthGate oauth;

  /** A resolver for callers with or without keys. */
  public HeaderCallerResolver(AccessNames names, AccessPolicy policy) {
    this(names, policy, null);
  }

  /**
   * Creates a resolver.
   *
   * @param oauth for callers with access tokens; present if and only if the policy admits them
   */
  public HeaderCallerResolver(AccessNames names, AccessPolicy policy, @Nullable OAuthGate oauth) {
    this.names = Objects.requireNonNull(names);
    this.policy = Objects.requireNonNull(policy);
    this.oauth = oauth;
    if (policy.admits(AuthenticationMethod.OAUTH) != (oauth != null)) {
      throw new IllegalArgumentException(
          "the OAuth gate must be present if and only if the policy admits OAuth");
    }
  }

  @Override
  public Caller resolve(RequestHeaders headers) {
    return resolve(headers, policy.admits(AuthenticationMethod.ANONYMOUS));
  }

  @Override
  public Caller resolveBesideKeys(RequestHeaders headers) {
    return resolve(
        headers,
        policy.admits(AuthenticationMethod.ANONYMOUS)
            || policy.admits(AuthenticationMethod.API_KEY));
  }

  private Caller resolve(RequestHeaders headers, boolean withoutBearer) {
    CallerSettings settings = new CallerSettings();
    Optional<String> bearer = bearer(settings, headers.all(AUTHORIZATION), withoutBearer);
    AccessMode access =
        policy.limit(
            settings.accessMode(names.accessModeHeader(), headers.all(names.accessModeHeader())));
    AuthMode auth = settings.authMode(names.authModeHeader(), headers.all(names.authModeHeader()));
    if (oauth != null && bearer.isPresent() && isForOAuth(oauth, bearer.get())) {
      settings.refuseOwnSettings(names, headers, auth);
      String header = names.organizationHeader();
      Optional<String> chosen = settings.chosenOrganization(header, headers.all(header));
      check(settings);
      return oauth.caller(access, bearer.get(), chosen, header);
    }
    Optional<Secret> key = bearer.flatMap(value -> key(settings, value));
    Optional<String> organization =
        settings.organization(
            names.organizationHeader(),
            headers.all(names.organizationHeader()),
            auth,
            names.authModeHeader());
    Optional<String> environment =
        settings.environment(
            names.environmentHeader(), headers.all(names.environmentHeader()), policy, key);
    check(settings);
    return new Caller(access, auth, organization, key, Optional.empty(), environment);
  }

  private static void check(CallerSettings settings) {
    if (!settings.problems().isEmpty()) {
      throw new AccessRefusedException(
          BAD_REQUEST, String.join(" ", settings.problems()), Optional.empty());
    }
  }

  /** The value after {@code Bearer}; empty for a caller that is admitted without credential. */
  private Optional<String> bearer(
      CallerSettings settings, List<String> values, boolean withoutBearer) {
    if (values.size() > 1) {
      settings.problem("Authorization is given " + values.size() + " times; specify it once.");
      check(settings);
    }
    if (values.isEmpty()) {
      if (!withoutBearer) {
        throw missing("Authorization is missing; it must be: Bearer <" + credential() + ">.");
      }
      return Optional.empty();
    }
    String value = values.get(0).strip();
    if (SEVERAL.matcher(value).find()) {
      settings.problem(
          "Authorization must contain a single credential, not a comma-separated list.");
      check(settings);
    }
    if (value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(value.substring(BEARER.length()).strip());
    }
    String problem =
        "Authorization must be: Bearer <"
            + credential()
            + ">."
            + (policy.admits(AuthenticationMethod.API_KEY)
                ? " An API key may consist of several words, as in: Bearer Token abc."
                : "");
    if (oauth != null) {
      throw missing(problem);
    }
    settings.problem(problem);
    return Optional.empty();
  }

  private String credential() {
    if (oauth == null) {
      return "your API key";
    }
    return policy.admits(AuthenticationMethod.API_KEY)
        ? "your access token or API key"
        : "your access token";
  }

  private AccessRefusedException missing(String message) {
    return oauth == null
        ? new AccessRefusedException(UNAUTHORIZED, message, Optional.of("Bearer"))
        : oauth.missing(message);
  }

  /** A JWT is treated as an access token even if it starts with a key prefix. */
  private boolean isForOAuth(OAuthGate gate, String bearer) {
    if (!policy.admits(AuthenticationMethod.API_KEY) || JwtShape.of(bearer)) {
      return true;
    }
    return gate.claims(bearer) && !policy.keys().isKey(bearer);
  }

  private Optional<Secret> key(CallerSettings settings, String value) {
    if (!policy.admits(AuthenticationMethod.API_KEY)) {
      settings.problem("This server does not accept credentials; omit Authorization.");
      return Optional.empty();
    }
    Optional<Secret> key = settings.key(AUTHORIZATION, value);
    if (key.isPresent() && !policy.keys().jwts() && JwtShape.of(value)) {
      throw new AccessRefusedException(
          UNAUTHORIZED,
          "Authorization contains a JWT, which may be an access token for something else, and this"
              + " server accepts API keys only. If this API's keys are JWTs, the operator has to set "
              + names.variable("jwt-keys")
              + "=true.",
          Optional.of("Bearer error=\"invalid_token\""));
    }
    return key;
  }

  @Override
  public Optional<String> insufficientScope(Caller caller, List<String> scopes) {
    OAuthGate gate = oauth;
    return gate == null
        ? Optional.empty()
        : caller.grant().map(grant -> gate.insufficientScope(scopes, grant));
  }
}
