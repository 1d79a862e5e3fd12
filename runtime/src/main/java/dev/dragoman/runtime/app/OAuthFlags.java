package dev.dragoman.runtime.app;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.oauth.OAuthOptions;
import dev.dragoman.runtime.auth.oauth.OAuthOptions.Introspection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Reads from the command line whose access tokens are taken. */
final class OAuthFlags {

  private final CommandLine line;

  OAuthFlags(CommandLine line) {
    this.line = line;
  }

  /** The settings; empty when something is wrong with them. */
  Optional<WaysIn.OAuth> read(Optional<URI> publicUrl) {
    Optional<URI> issuer = url(Flag.OAUTH_ISSUER);
    Optional<URI> jwks = url(Flag.OAUTH_JWKS);
    Optional<Introspection> introspection = introspection();
    if (line.isGiven(Flag.OAUTH_JWKS) && line.isGiven(Flag.OAUTH_INTROSPECTION)) {
      line.problem("--oauth-jwks and --oauth-introspection exclude each other.");
    }
    Optional<URI> resource = resource(publicUrl);
    List<String> scopes = scopes();
    if (issuer.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    String audience = line.value(Flag.OAUTH_AUDIENCE).value();
    return Optional.of(
        new WaysIn.OAuth(
            new ProtectedResource(resource.get(), issuer.get(), scopes),
            new OAuthOptions(
                issuer.get(),
                audience.isEmpty() ? resource.get().toString() : audience,
                jwks.orElse(null),
                introspection.orElse(null),
                line.value(Flag.OAUTH_ORGANISATION_CLAIM).value())));
  }

  /** A URL whose host is known and that is reached by TLS; empty when it is none or not given. */
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
      line.problem(given.source() + " is no URL.");
    }
    return Optional.empty();
  }

  /**
   * The canonical URI of this server (RFC 8707, section 2). It is what the operator says: what a
   * request says in its {@code Host} is the client's to choose.
   */
  private Optional<URI> resource(Optional<URI> publicUrl) {
    if (publicUrl.isPresent()) {
      return Optional.of(WaysIn.endpoint(publicUrl.get()));
    }
    CommandLine.Given audience = line.value(Flag.OAUTH_AUDIENCE);
    try {
      URI url = new URI(audience.value());
      if (OAuthOptions.problem(url).isEmpty()) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // Said below, as for one that is no URL of this server.
    }
    if (!line.isGiven(Flag.PUBLIC_URL)) {
      line.problem(
          Flag.OAUTH_ISSUER.dashed()
              + " needs "
              + Flag.PUBLIC_URL.dashed()
              + ", where clients reach this server: access tokens must be for it alone.");
    }
    return Optional.empty();
  }

  private List<String> scopes() {
    List<String> scopes = line.list(Flag.OAUTH_SCOPES);
    if (!scopes.stream().allMatch(ProtectedResource::isScope)) {
      line.problem(
          line.value(Flag.OAUTH_SCOPES).source()
              + " must be scopes with commas between them, each of visible ASCII without quotation"
              + " marks and backslashes.");
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
                + " *_OAUTH_CLIENT_SECRET go together.");
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
