package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifiedToken;
import dev.dragoman.runtime.json.JsonReader;
import java.security.Key;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies JWT access tokens (RFC 9068) with the keys of their issuer: the signature must use RSA
 * or elliptic curves and a key published by the issuer. Keys referenced by the token itself ({@code
 * jwk}, {@code jku}, {@code x5c}, {@code x5u}) are ignored. Thread-safe.
 */
final class JwtVerifier implements TokenVerifier {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** Many issuers omit the type; the audience distinguishes their other tokens. */
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");

  /** Claims are read before the signature is verified: anyone can send them. */
  private static final JsonReader JSON = JsonReader.forClients();

  private final KeyCache cache;
  private final JWSKeySelector<SecurityContext> keys;
  private final JWSKeySelector<SecurityContext> renewed;
  private final Claims claims;
  private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

  JwtVerifier(KeyCache keys, Claims claims) {
    this.cache = keys;
    this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    this.renewed = new JWSVerificationKeySelector<>(ALGORITHMS, keys::renewed);
    this.claims = claims;
  }

  @Override
  public VerifiedToken verify(String token) {
    JWSObject jws = parse(token);
    JWSHeader header = jws.getHeader();
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      throw new InvalidTokenException("The access token is signed with an unsupported algorithm");
    }
    if (header.getCriticalParams() != null) {
      throw new InvalidTokenException("The access token has unknown critical extensions");
    }
    JOSEObjectType type = header.getType();
    if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
      throw new InvalidTokenException("The token is not an access token");
    }
    ObjectNode payload = payload(jws);
    // Before the keys: a token of another issuer must not cause them to be fetched.
    claims.issuer(payload);
    if (!isSigned(jws)) {
      throw new InvalidTokenException("The access token is not signed by the issuer");
    }
    return claims.ofJwt(payload);
  }

  @Override
  public void prepare() {
    cache.prepare();
  }

  @Override
  public boolean isReady() {
    return cache.isReady();
  }

  private static JWSObject parse(String token) {
    try {
      return JWSObject.parse(token);
    } catch (ParseException | RuntimeException e) {
      // The header "null" is a NullPointerException: the library does not foresee everything.
      throw new InvalidTokenException("The access token is not a signed JWT");
    }
  }

  /** A token without a key id may be signed with a new key. */
  private boolean isSigned(JWSObject jws) {
    return isSigned(jws, keys) || (jws.getHeader().getKeyID() == null && isSigned(jws, renewed));
  }

  private boolean isSigned(JWSObject jws, JWSKeySelector<SecurityContext> source) {
    try {
      List<? extends Key> candidates = source.selectJWSKeys(jws.getHeader(), null);
      for (Key key : candidates) {
        JWSVerifier verifier = verifiers.createJWSVerifier(jws.getHeader(), key);
        if (jws.verify(verifier)) {
          return true;
        }
      }
      return false;
    } catch (JOSEException e) {
      return false;
    }
  }

  private static ObjectNode payload(JWSObject jws) {
    return JSON.find(jws.getPayload().toBytes())
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> new InvalidTokenException("The access token contains no claims"));
  }
}
