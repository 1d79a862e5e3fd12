package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the keys of an issuer, from where its metadata says unless the operator does. */
final class KeyServer implements Supplier<JWKSet> {
  private final URI issuer;
  private final @Nullable URI configured;
  private final Http http;
  private @Nullable URI discovered;

  KeyServer(OAuthOptions options, Http http) {
    this.issuer = options.issuer();
    this.configured = options.jwks();
    this.http = http;
  }

  /**
   * The keys as they are now.
   *
   * @throws VerifierUnavailableException when they cannot be had
   */
  @Override
  public synchronized JWKSet get() {
    URI url = configured != null ? configured : discover();
    try {
      return JWKSet.parse(http.get(url).toString());
    } catch (ParseException e) {
      throw new VerifierUnavailableException(url + " answered with what is no JWK set");
    } catch (VerifierUnavailableException e) {
      // They may have moved.
      discovered = null;
      throw e;
    }
  }

  private URI discover() {
    URI known = discovered;
    if (known == null) {
      known = fromMetadata();
      discovered = known;
    }
    return known;
  }

  private URI fromMetadata() {
    StringBuilder failures = new StringBuilder();
    for (URI url : metadataUrls()) {
      try {
        return jwksUri(url, http.get(url));
      } catch (VerifierUnavailableException e) {
        failures.append(failures.isEmpty() ? "" : "; ").append(e.getMessage());
      }
    }
    throw new VerifierUnavailableException(failures.toString());
  }

  /**
   * RFC 8414, section 3.1, and OpenID Connect Discovery 1.0, section 4: before the path or after.
   */
  private List<URI> metadataUrls() {
    String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
    String path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return List.of(
        URI.create(origin + "/.well-known/oauth-authorization-server" + trimmed),
        URI.create(origin + trimmed + "/.well-known/openid-configuration"));
  }

  /** Metadata that is somebody else's says nothing here (RFC 8414, section 3.3). */
  private URI jwksUri(URI metadata, ObjectNode json) {
    if (!Http.text(json, "issuer").filter(issuer.toString()::equals).isPresent()) {
      throw new VerifierUnavailableException(metadata + " is of another issuer than " + issuer);
    }
    try {
      URI url = URI.create(Http.text(json, "jwks_uri").orElse(""));
      if (OAuthOptions.problem(url).isEmpty()) {
        return url;
      }
    } catch (IllegalArgumentException noUrl) {
      // Said below, as for one without TLS.
    }
    throw new VerifierUnavailableException(metadata + " names no jwks_uri that can be used");
  }
}
