package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.HeaderCallerResolver;
import dev.dragoman.runtime.auth.KeyRules;
import dev.dragoman.runtime.auth.OAuthGate;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.oauth.OAuthOptions;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.guard.ScopeRules;
import dev.dragoman.runtime.outbound.OutboundClient;
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
 * How callers authenticate.
 *
 * @param ways the methods accepted over HTTP
 * @param keys the format of the API's keys
 * @param publicUrl the URL at which clients reach the server; null if it is not configured
 * @param oauth for callers with access tokens; present if and only if {@code ways} contains it
 * @param scopes the scopes that operations require beyond those they name themselves
 */
record AuthenticationSettings(
    Set<AuthenticationMethod> ways,
    KeyRules keys,
    @Nullable URI publicUrl,
    @Nullable OAuth oauth,
    ScopeRules scopes) {

  /**
   * The server as a protected resource, and the access tokens it accepts.
   *
   * @param tokenLimit the maximum number of characters of a token
   */
  record OAuth(ProtectedResource resource, OAuthOptions options, int tokenLimit) {}

  /** Space for the other headers of a request, in bytes. */
  private static final int OTHER_HEADERS = 8 * 1024;

  private static final String ENDPOINT = "/mcp";

  AuthenticationSettings {
    ways = Set.copyOf(ways);
  }

  /** The MCP endpoint below the URL at which clients reach the server. */
  static URI endpoint(URI server) {
    String url = server.toString().replaceFirst("/+$", "");
    return URI.create(url.endsWith(ENDPOINT) ? url : url + ENDPOINT);
  }

  /** The URL to which clients connect: below the public URL if there is one. */
  URI connectTo(URI listening) {
    return endpoint(publicUrl == null ? listening : publicUrl);
  }

  /** The problem with these settings for this API, if any. */
  Optional<String> problem(Set<String> environments) {
    if (keys.sandboxPrefixes().isEmpty() || environments.contains(keys.sandbox())) {
      return Optional.empty();
    }
    return Optional.of(
        Flag.SANDBOX_KEY_PREFIX.dashed()
            + " requires the environment that such keys are for: "
            + Flag.SANDBOX_ENVIRONMENT.dashed()
            + " must be one of the API's environments"
            + environments.stream().sorted().collect(Collectors.joining(", ", " (", ")"))
            + ".");
  }

  AccessPolicy policy(AccessMode ceiling, Set<String> environments) {
    return new AccessPolicy(ceiling, ways, keys, environments);
  }

  /**
   * Verifies the access tokens of all callers; empty if none are accepted.
   *
   * @param connections how the authorization server is called
   */
  Optional<TokenVerifier> verifier(ConnectionOptions connections) {
    return Optional.ofNullable(oauth)
        .map(one -> one.options().verifier(Clock.systemUTC(), new OutboundClient(connections)));
  }

  /**
   * Determines the caller of a request.
   *
   * @param verifier the result of {@link #verifier}
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

  /** These options with the public host name and the metadata that clients need to get a token. */
  HttpOptions publish(HttpOptions options) {
    Set<String> hosts = new HashSet<>(options.allowedHosts());
    Set<String> origins = new HashSet<>(options.allowedOrigins());
    if (publicUrl != null) {
      hosts.add(publicUrl.getHost());
      origins.add(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }
    Map<String, String> documents = new HashMap<>(options.documents());
    if (oauth != null) {
      String metadata = oauth.resource().metadata();
      oauth.resource().metadataPaths().forEach(path -> documents.put(path, metadata));
    }
    HttpOptions.Builder published =
        options.toBuilder().allowedHosts(hosts).allowedOrigins(origins).documents(documents);
    if (oauth != null) {
      published.maxHeaderBytes(
          Math.max(options.maxHeaderBytes(), oauth.tokenLimit() + OTHER_HEADERS));
    }
    return published.build();
  }

  String inWords() {
    String words =
        ways.stream()
            .sorted()
            .map(
                way ->
                    switch (way) {
                      case ANONYMOUS -> "without credentials";
                      case API_KEY -> "with an API key";
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
