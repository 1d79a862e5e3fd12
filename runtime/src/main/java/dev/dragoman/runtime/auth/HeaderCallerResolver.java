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
 * Reads the caller from the headers of its request: {@code Authorization: Bearer …} (RFC 6750,
 * section 2.1), and the vendor's headers for access mode, auth mode, organization and environment.
 *
 * <p>The bearer token is a key of the API or an access token for this server. Where access tokens
 * are taken, what looks like one is never taken for a key: it would go to the API.
 */
public final class HeaderCallerResolver implements CallerResolver {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  /** What a proxy makes of several such headers (RFC 9110, section 5.3). */
  private static final Pattern SEVERAL = Pattern.compile("(?i), *bearer ");

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private final AccessNames names;
  private final AccessPolicy policy;
  private final @Nullable OAuthGate oauth;

  /** A resolver for callers with keys or without. */
  public HeaderCallerResolver(AccessNames names, AccessPolicy policy) {
    this(names, policy, null);
  }

  /**
   * A resolver.
   *
   * @param oauth for callers with access tokens; there exactly when the policy admits them
   */
  public HeaderCallerResolver(AccessNames names, AccessPolicy policy, @Nullable OAuthGate oauth) {
    this.names = Objects.requireNonNull(names);
    this.policy = Objects.requireNonNull(policy);
    this.oauth = oauth;
    if (policy.admits(AuthenticationMethod.OAUTH) != (oauth != null)) {
      throw new IllegalArgumentException(
          "OAuth is admitted without a gate, or the other way round");
    }
  }

  @Override
  public Caller resolve(RequestHeaders headers) {
    CallerSettings settings = new CallerSettings();
    Optional<String> bearer = bearer(settings, headers.all(AUTHORIZATION));
    AccessMode access =
        policy.limit(
            settings.accessMode(names.accessModeHeader(), headers.all(names.accessModeHeader())));
    AuthMode auth = settings.authMode(names.authModeHeader(), headers.all(names.authModeHeader()));
    if (oauth != null && bearer.isPresent() && isForOAuth(oauth, bearer.get())) {
      settings.nothingOfOwn(names, headers, auth);
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

  /** What follows {@code Bearer}; empty when a caller without credential may go on. */
  private Optional<String> bearer(CallerSettings settings, List<String> values) {
    if (values.size() > 1) {
      settings.problem("Authorization is given " + values.size() + " times; give it once.");
      check(settings);
    }
    if (values.isEmpty()) {
      if (!policy.admits(AuthenticationMethod.ANONYMOUS)) {
        throw missing("Authorization is missing; it must be: Bearer <" + credential() + ">.");
      }
      return Optional.empty();
    }
    String value = values.get(0).strip();
    if (SEVERAL.matcher(value).find()) {
      settings.problem("Authorization must hold one credential, not several joined by commas.");
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
                ? " An API key of several words follows it, as in: Bearer Token abc."
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

  /** A JWT is an access token even if keys begin like it. */
  private boolean isForOAuth(OAuthGate gate, String bearer) {
    if (!policy.admits(AuthenticationMethod.API_KEY) || JwtShape.of(bearer)) {
      return true;
    }
    return gate.claims(bearer) && !policy.keys().isKey(bearer);
  }

  private Optional<Secret> key(CallerSettings settings, String value) {
    if (!policy.admits(AuthenticationMethod.API_KEY)) {
      settings.problem("This server takes no credentials; leave Authorization out.");
      return Optional.empty();
    }
    Optional<Secret> key = settings.key(AUTHORIZATION, value);
    if (key.isPresent() && !policy.keys().jwts() && JwtShape.of(value)) {
      throw new AccessRefusedException(
          UNAUTHORIZED,
          "Authorization holds a JWT, which may be an access token for something else, and this"
              + " server takes API keys only. If this API's keys are JWTs, its operator sets "
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
