package dev.dragoman.runtime.app;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.oauth.OAuthOptions;
import dev.dragoman.runtime.auth.oauth.OAuthOptions.Introspection;
import dev.dragoman.runtime.auth.oauth.TokenClaims;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the OAuth flags from the command line. */
final class OAuthFlags {
  /** 200 Entra ID groups take 11,000 characters; proxies accept 64 kB of headers at most. */
  private static final int MOST_CHARACTERS = 65_536;

  private final CommandLine line;

  OAuthFlags(CommandLine line) {
    this.line = line;
  }

  /** The settings; empty if there is a problem with them. */
  Optional<AuthenticationSettings.OAuth> read(Optional<URI> publicUrl) {
    Optional<URI> issuer = url(Flag.OAUTH_ISSUER);
    Optional<URI> jwks = url(Flag.OAUTH_JWKS);
    Optional<Introspection> introspection = introspection();
    if (line.isGiven(Flag.OAUTH_JWKS) && line.isGiven(Flag.OAUTH_INTROSPECTION)) {
      line.problem("--oauth-jwks and --oauth-introspection are mutually exclusive.");
    }
    Optional<URI> resource = resource(publicUrl);
    Optional<URI> server = url(Flag.OAUTH_AUTHORIZATION_SERVER);
    List<String> scopes = scopes();
    TokenClaims claims = claims();
    int limit = line.integer(Flag.OAUTH_TOKEN_LIMIT, 1_024, MOST_CHARACTERS);
    if (issuer.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    List<String> audiences = line.list(Flag.OAUTH_AUDIENCE);
    URI advertised = server.orElse(issuer.get());
    return Optional.of(
        new AuthenticationSettings.OAuth(
            new ProtectedResource(resource.get(), advertised, scopes, claims.scopePrefix()),
            new OAuthOptions(
                issuer.get(),
                advertised,
                Set.copyOf(audiences.isEmpty() ? List.of(resource.get().toString()) : audiences),
                Set.copyOf(line.list(Flag.OAUTH_TOKEN_CLIENTS)),
                jwks.orElse(null),
                introspection.orElse(null),
                claims),
            limit));
  }

  private TokenClaims claims() {
    String prefix = prefix();
    if (!prefix.isEmpty() && !ProtectedResource.isScope(prefix)) {
      line.problem(
          line.value(Flag.OAUTH_SCOPE_PREFIX).source()
              + " must be the beginning of a scope: visible ASCII without quotation marks and"
              + " backslashes.");
    }
    return new TokenClaims(
        line.list(Flag.OAUTH_SCOPE_CLAIMS),
        prefix,
        line.value(Flag.OAUTH_ORGANIZATION_CLAIM).value());
  }

  private String prefix() {
    return line.value(Flag.OAUTH_SCOPE_PREFIX).value();
  }

  /** A scope as written in tokens and operations. */
  String withoutPrefix(String scope) {
    return scope.startsWith(prefix()) ? scope.substring(prefix().length()) : scope;
  }

  /** An https URL with a host; empty if it is not valid or not given. */
  Optional<URI> url(Flag flag) {
    CommandLine.Given given = line.value(flag);
    if (given.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(given.value());
      Optional<String> problem = OAuthOptions.problem(url);
      if (problem.isEmpty()) {
        return Optional.of(url);
      }
      line.problem(given.source() + " " + problem.get() + ".");
    } catch (URISyntaxException e) {
      line.problem(given.source() + " is not a URL.");
    }
    return Optional.empty();
  }

  /**
   * The canonical URI of this server (RFC 8707, section 2). The operator configures it, because the
   * {@code Host} of a request is chosen by the client.
   */
  private Optional<URI> resource(Optional<URI> publicUrl) {
    if (publicUrl.isPresent()) {
      return Optional.of(AuthenticationSettings.endpoint(publicUrl.get()));
    }
    for (String audience : line.list(Flag.OAUTH_AUDIENCE)) {
      try {
        URI url = new URI(audience);
        if (OAuthOptions.problem(url).isEmpty()) {
          return Optional.of(url);
        }
      } catch (URISyntaxException e) {
        // Reported below, like any URL that cannot be this server's.
      }
    }
    if (!line.isGiven(Flag.PUBLIC_URL)) {
      line.problem(
          Flag.OAUTH_ISSUER.dashed()
              + " requires "
              + Flag.PUBLIC_URL.dashed()
              + ", the URL at which clients reach this server, because access tokens must be issued for it.");
    }
    return Optional.empty();
  }

  private List<String> scopes() {
    List<String> scopes = line.list(Flag.OAUTH_SCOPES).stream().map(this::withoutPrefix).toList();
    if (!scopes.stream().allMatch(ProtectedResource::isScope)) {
      line.problem(
          line.value(Flag.OAUTH_SCOPES).source()
              + " must be a comma-separated list of scopes, each of visible ASCII characters without"
              + " quotation marks and backslashes.");
    }
    return scopes;
  }

  private Optional<Introspection> introspection() {
    Optional<URI> endpoint = url(Flag.OAUTH_INTROSPECTION);
    boolean asked = line.isGiven(Flag.OAUTH_INTROSPECTION);
    for (Flag flag : List.of(Flag.OAUTH_CLIENT_ID, Flag.OAUTH_CLIENT_SECRET)) {
      if (asked != line.isGiven(flag)) {
        line.problem(
            "--oauth-introspection and the variables *_OAUTH_CLIENT_ID and"
                + " *_OAUTH_CLIENT_SECRET must be set together.");
        return Optional.empty();
      }
    }
    return endpoint.map(
        url ->
            new Introspection(
                url,
                line.value(Flag.OAUTH_CLIENT_ID).value(),
                Secret.of(line.value(Flag.OAUTH_CLIENT_SECRET).value())));
  }
}
