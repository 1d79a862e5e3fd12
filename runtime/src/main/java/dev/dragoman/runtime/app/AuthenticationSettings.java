package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.HeaderCallerResolver;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.OAuthGate;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.oauth.OAuthOptions;
import dev.dragoman.runtime.guard.ScopeRules;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How callers come in.
 *
 * @param ways over HTTP
 * @param keys what the API's keys look like
 * @param publicUrl where clients reach the server; null when only the operator knows
 * @param oauth for callers with access tokens; there exactly when {@code ways} has them
 * @param scopes what operations ask of access tokens, beyond what they name themselves
 */
record AuthenticationSettings(
    Set<AuthenticationMethod> ways,
    KeyRules keys,
    @Nullable URI publicUrl,
    @Nullable OAuth oauth,
    ScopeRules scopes) {

  /**
   * The server as a protected resource, and whose tokens it takes.
   *
   * @param tokenLimit the most characters of a token
   */
  record OAuth(ProtectedResource resource, OAuthOptions options, int tokenLimit) {}

  /** What else the headers of a request may have, in bytes. */
  private static final int OTHER_HEADERS = 8 * 1024;

  private static final String ENDPOINT = "/mcp";

  AuthenticationSettings {
    ways = Set.copyOf(ways);
  }

  /** Where MCP is spoken below the URL that clients reach the server at. */
  static URI endpoint(URI server) {
    String url = server.toString().replaceFirst("/+$", "");
    return URI.create(url.endsWith(ENDPOINT) ? url : url + ENDPOINT);
  }

  /** What clients are to connect to: below the public URL, when there is one. */
  URI connectTo(URI listening) {
    return endpoint(publicUrl == null ? listening : publicUrl);
  }

  /** Why this API cannot be come to so; empty when it can. */
  Optional<String> problem(Set<String> environments) {
    if (keys.sandboxPrefixes().isEmpty() || environments.contains(keys.sandbox())) {
      return Optional.empty();
    }
    return Optional.of(
        Flag.SANDBOX_KEY_PREFIX.dashed()
            + " needs the environment that such keys go to: "
            + Flag.SANDBOX_ENVIRONMENT.dashed()
            + " must be one of those that the API has"
            + environments.stream().sorted().collect(Collectors.joining(", ", " (", ")"))
            + ".");
  }

  AccessPolicy policy(AccessMode ceiling, Set<String> environments) {
    return new AccessPolicy(ceiling, ways, keys, environments);
  }

  /** Checks the access tokens of all callers; empty where none are taken. */
  Optional<TokenVerifier> verifier() {
    return Optional.ofNullable(oauth).map(one -> one.options().verifier(Clock.systemUTC()));
  }

  /**
   * Says who calls.
   *
   * @param verifier as {@link #verifier()} made it
   */
  CallerResolver resolver(
      AccessNames names, AccessPolicy policy, Optional<TokenVerifier> verifier) {
    OAuth configured = oauth;
    if (configured == null || verifier.isEmpty()) {
      return new HeaderCallerResolver(names, policy);
    }
    boolean opaque = configured.options().introspection() != null;
    return new HeaderCallerResolver(
        names,
        policy,
        new OAuthGate(configured.resource(), verifier.get(), opaque, configured.tokenLimit()));
  }

  /** The same transport under the public name, with what clients must know to get a token. */
  HttpOptions publish(HttpOptions options) {
    Set<String> hosts = new HashSet<>(options.allowedHosts());
    if (publicUrl != null) {
      hosts.add(publicUrl.getHost());
    }
    Map<String, String> documents = new HashMap<>(options.documents());
    if (oauth != null) {
      String metadata = oauth.resource().metadata();
      oauth.resource().metadataPaths().forEach(path -> documents.put(path, metadata));
    }
    HttpOptions published =
        options.bind(options.host(), hosts, options.allowedOrigins()).serving(documents);
    return oauth == null
        ? published
        : published.headers(Math.max(options.maxHeaderBytes(), oauth.tokenLimit() + OTHER_HEADERS));
  }

  String inWords() {
    String words =
        ways.stream()
            .sorted()
            .map(
                way ->
                    switch (way) {
                      case ANONYMOUS -> "without credentials";
                      case API_KEY -> "with a key of the API";
                      case OAUTH -> "with an access token";
                    })
            .collect(Collectors.joining(", or "));
    return oauth == null
        ? words
        : words
            + " (of "
            + oauth.options().issuer()
            + " for "
            + String.join(" or ", oauth.options().audiences())
            + ")";
  }
}
