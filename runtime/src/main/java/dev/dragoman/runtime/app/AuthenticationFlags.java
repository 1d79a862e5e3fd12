package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.guard.ScopeRules;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the authentication flags from the command line and reports all problems with them. */
final class AuthenticationFlags {
  private static final Set<Flag> WITH_ISSUER =
      EnumSet.of(
          Flag.OAUTH_AUTHORIZATION_SERVER,
          Flag.OAUTH_AUDIENCE,
          Flag.OAUTH_TOKEN_CLIENTS,
          Flag.OAUTH_SCOPE_CLAIMS,
          Flag.OAUTH_SCOPE_PREFIX,
          Flag.OAUTH_TOKEN_LIMIT,
          Flag.OAUTH_JWKS,
          Flag.OAUTH_INTROSPECTION,
          Flag.OAUTH_CLIENT_ID,
          Flag.OAUTH_CLIENT_SECRET,
          Flag.OAUTH_ORGANIZATION_CLAIM,
          Flag.OAUTH_SCOPES,
          Flag.OAUTH_LEVEL_SCOPES);

  private final CommandLine line;
  private final OAuthFlags oauth;

  private AuthenticationFlags(CommandLine line) {
    this.line = line;
    this.oauth = new OAuthFlags(line);
  }

  static AuthenticationSettings read(CommandLine line, boolean http) {
    return new AuthenticationFlags(line).read(http);
  }

  private AuthenticationSettings read(boolean http) {
    Optional<URI> publicUrl = oauth.url(Flag.PUBLIC_URL);
    boolean issuer = line.isGiven(Flag.OAUTH_ISSUER);
    if (issuer && !http) {
      line.problem(line.value(Flag.OAUTH_ISSUER).source() + " requires --http.");
    }
    if (!issuer) {
      WITH_ISSUER.stream()
          .filter(line::isGiven)
          .forEach(
              flag ->
                  line.problem(
                      line.value(flag).source() + " requires " + Flag.OAUTH_ISSUER.dashed() + "."));
    }
    KeyRules keys =
        new KeyRules(
            line.list(Flag.API_KEY_PREFIX),
            line.list(Flag.SANDBOX_KEY_PREFIX),
            line.value(Flag.SANDBOX_ENVIRONMENT).value(),
            line.isOn(Flag.JWT_KEYS));
    Set<AuthenticationMethod> ways = ways(issuer);
    if (issuer) {
      together(ways, keys);
    }
    return new AuthenticationSettings(
        ways,
        keys,
        publicUrl.orElse(null),
        issuer ? oauth.read(publicUrl).orElse(null) : null,
        levelScopes());
  }

  private Set<AuthenticationMethod> ways(boolean issuer) {
    Set<AuthenticationMethod> usual =
        issuer
            ? EnumSet.of(AuthenticationMethod.OAUTH)
            : EnumSet.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY);
    if (!line.isGiven(Flag.WAYS_IN)) {
      return usual;
    }
    String source = line.value(Flag.WAYS_IN).source();
    Set<AuthenticationMethod> ways = EnumSet.noneOf(AuthenticationMethod.class);
    for (String word : line.list(Flag.WAYS_IN)) {
      Optional<AuthenticationMethod> way = AuthenticationMethod.of(word);
      way.ifPresent(ways::add);
      if (way.isEmpty()) {
        line.problem(source + " must be a list of anonymous, api-key and oauth.");
      }
    }
    if (ways.contains(AuthenticationMethod.OAUTH) != issuer) {
      line.problem(
          source
              + " must include oauth if and only if "
              + Flag.OAUTH_ISSUER.dashed()
              + " is given.");
    }
    return ways;
  }

  /**
   * Keys and access tokens must be distinguishable, or a token would be sent to the API as a key.
   */
  private void together(Set<AuthenticationMethod> ways, KeyRules keys) {
    if (keys.jwts()) {
      line.problem(
          line.value(Flag.JWT_KEYS).source()
              + " and "
              + Flag.OAUTH_ISSUER.dashed()
              + " are mutually exclusive: a key that is a JWT cannot be distinguished from an access token.");
    }
    boolean opaque = line.isGiven(Flag.OAUTH_INTROSPECTION);
    if (opaque && ways.contains(AuthenticationMethod.API_KEY) && keys.prefixes().isEmpty()) {
      line.problem(
          "With "
              + line.value(Flag.OAUTH_INTROSPECTION).source()
              + " API keys are distinguished from access tokens by their prefix: "
              + Flag.API_KEY_PREFIX.dashed()
              + " is required.");
    }
  }

  private ScopeRules levelScopes() {
    Map<AccessLevel, String> scopes = new EnumMap<>(AccessLevel.class);
    for (String pair : line.list(Flag.OAUTH_LEVEL_SCOPES)) {
      int equals = pair.indexOf('=');
      String scope = oauth.withoutPrefix(pair.substring(equals + 1));
      Optional<AccessLevel> level =
          Arrays.stream(AccessLevel.values())
              .filter(one -> equals > 0 && one.word().equals(pair.substring(0, equals)))
              .findFirst();
      if (level.isEmpty() || !ProtectedResource.isScope(scope)) {
        line.problem(
            line.value(Flag.OAUTH_LEVEL_SCOPES).source()
                + " must be pairs such as read=acme:read, with the levels read, write and"
                + " destructive.");
        return ScopeRules.NONE;
      }
      scopes.put(level.get(), scope);
    }
    return new ScopeRules(scopes);
  }
}
