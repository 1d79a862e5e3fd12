package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets callers with OAuth access tokens in, and tells the others where to get one. Thread-safe. */
public final class OAuthGate {
  private static final Logger log = LoggerFactory.getLogger(OAuthGate.class);
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;

  private final ProtectedResource resource;
  private final TokenVerifier verifier;
  private final boolean opaqueTokens;

  /**
   * A gate.
   *
   * @param opaqueTokens whether tokens may be other than JWTs, so that they cannot be told from
   *     keys
   */
  public OAuthGate(ProtectedResource resource, TokenVerifier verifier, boolean opaqueTokens) {
    this.resource = Objects.requireNonNull(resource);
    this.verifier = Objects.requireNonNull(verifier);
    this.opaqueTokens = opaqueTokens;
  }

  /** Whether a bearer token can only be meant for this gate, be it good or bad. */
  boolean claims(String bearer) {
    return opaqueTokens || JwtShape.of(bearer);
  }

  /** The refusal of a request that has no access token. */
  AccessRefusedException missing(String message) {
    return new AccessRefusedException(UNAUTHORIZED, message, Optional.of(resource.challenge()));
  }

  /**
   * The caller that a token stands for.
   *
   * @throws AccessRefusedException when the token is not good
   */
  Caller caller(AccessMode mode, String token) {
    try {
      if (token.length() > CallerSettings.CREDENTIAL_LIMIT) {
        throw new InvalidTokenException("The access token is too long");
      }
      VerifiedToken verified = verifier.verify(token);
      return new Caller(
          mode,
          AuthMode.USER,
          verified.organisation().map(OAuthGate::organisation),
          Optional.empty(),
          Optional.of(
              new Grant(verified.subject(), verified.scopes(), Optional.of(Secret.of(token)))),
          Optional.empty());
    } catch (InvalidTokenException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "The access token is invalid");
      throw new AccessRefusedException(
          UNAUTHORIZED, reason + ".", Optional.of(resource.invalidToken(reason)));
    } catch (VerifierUnavailableException e) {
      log.warn("Access tokens cannot be checked: {}", e.getMessage());
      throw new AccessRefusedException(
          UNAVAILABLE,
          "Access tokens cannot be checked right now, because the authorization server does not"
              + " answer as it should; try again later.",
          Optional.empty());
    }
  }

  private static String organisation(String id) {
    if (!CallerSettings.isOrganisation(id)) {
      throw new InvalidTokenException("The access token names an organisation that is no id");
    }
    return id;
  }

  String insufficientScope(List<String> needed, Set<String> granted) {
    return resource.insufficientScope(needed, granted);
  }
}
