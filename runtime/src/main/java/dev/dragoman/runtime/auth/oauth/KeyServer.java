package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.text.VisibleText;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the keys of an issuer from the configured URL or the one in its metadata. */
final class KeyServer implements Supplier<JWKSet> {
  private final URI issuer;
  private final @Nullable URI configured;
  private final Http http;
  private @Nullable URI discovered;

  KeyServer(OAuthOptions options, Http http) {
    this.issuer = options.authorizationServer();
    this.configured = options.jwks();
    this.http = http;
  }

  /**
   * The current keys.
   *
   * @throws VerifierUnavailableException if they are not available
   */
  @Override
  public synchronized JWKSet get() {
    URI url = configured != null ? configured : discover();
    try {
      return keys(url, http.get(url));
    } catch (VerifierUnavailableException e) {
      // The keys may have moved.
      discovered = null;
      throw e;
    }
  }

  private static JWKSet keys(URI url, ObjectNode document) {
    JsonNode keys = document.path("keys");
    if (!keys.isArray()) {
      throw new VerifierUnavailableException(url + " returned a response that is not a JWK set");
    }
    return new JWKSet(keys.valueStream().flatMap(KeyServer::key).toList());
  }

  /**
   * A key; nothing if it is of a kind, or has values, that are not understood. Such keys are
   * ignored (RFC 7517, section 5): others beside them are in use.
   */
  private static Stream<JWK> key(JsonNode key) {
    try {
      return key.isObject() ? Stream.of(JWK.parse(key.toString())) : Stream.empty();
    } catch (ParseException | IllegalArgumentException | IllegalStateException notUnderstood) {
      return Stream.empty();
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
    List<String> failures = new ArrayList<>();
    for (URI url : metadataUrls()) {
      try {
        ObjectNode json = http.get(url);
        Optional<String> other = otherIssuer(url, json);
        if (other.isEmpty()) {
          return jwksUri(url, json);
        }
        // More specific than the missing metadata at the other URLs.
        failures.clear();
        failures.add(other.get());
        break;
      } catch (VerifierUnavailableException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    throw new VerifierUnavailableException(String.join("; ", failures));
  }

  /**
   * RFC 8414, section 3.1, and OpenID Connect Discovery 1.0, section 4: before or after the path.
   */
  private List<URI> metadataUrls() {
    String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
    String path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Stream.of(
            "/.well-known/oauth-authorization-server" + trimmed,
            trimmed + "/.well-known/openid-configuration",
            "/.well-known/openid-configuration" + trimmed)
        .distinct()
        .map(place -> URI.create(origin + place))
        .toList();
  }

  /** Metadata of another issuer must not be used (RFC 8414, section 3.3). */
  private Optional<String> otherIssuer(URI metadata, ObjectNode json) {
    String named = Http.text(json, "issuer").orElse("");
    return named.equals(issuer.toString())
        ? Optional.empty()
        : Optional.of(
            "the issuer in "
                + metadata
                + " is \""
                + VisibleText.line(named)
                + "\" and the configured one is \""
                + issuer
                + "\"; they must be identical");
  }

  private static URI jwksUri(URI metadata, ObjectNode json) {
    try {
      URI url = URI.create(Http.text(json, "jwks_uri").orElse(""));
      if (OAuthOptions.problem(url).isEmpty()) {
        return url;
      }
    } catch (IllegalArgumentException notUrl) {
      // Reported below, like a URL without TLS.
    }
    throw new VerifierUnavailableException(metadata + " has no usable jwks_uri");
  }
}
