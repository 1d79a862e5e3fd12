package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admits callers with OAuth access tokens and tells others where to get one. Thread-safe. */
public final class OAuthGate {
  /** Default maximum number of characters of an access token. */
  public static final int TOKEN_LIMIT = CallerSettings.CREDENTIAL_LIMIT;

  private static final Logger log = LoggerFactory.getLogger(OAuthGate.class);
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int ORGANIZATIONS_SHOWN = 20;

  /** Anyone can send tokens that cannot be verified: one line for each would fill the log. */
  private static final long LOG_PAUSE_NANOS = 10_000_000_000L;

  private final ProtectedResource resource;
  private final TokenVerifier verifier;
  private final boolean opaqueTokens;
  private final int tokenLimit;
  private final AtomicLong nextLog = new AtomicLong(System.nanoTime());

  /**
   * Creates a gate for tokens of up to {@link #TOKEN_LIMIT} characters.
   *
   * @param opaqueTokens whether tokens may be other than JWTs, so that they cannot be distinguished
   *     from keys
   */
  public OAuthGate(ProtectedResource resource, TokenVerifier verifier, boolean opaqueTokens) {
    this(resource, verifier, opaqueTokens, TOKEN_LIMIT);
  }

  /**
   * Creates a gate.
   *
   * @param tokenLimit the maximum number of characters of a token
   */
  public OAuthGate(
      ProtectedResource resource, TokenVerifier verifier, boolean opaqueTokens, int tokenLimit) {
    this.resource = Objects.requireNonNull(resource);
    this.verifier = Objects.requireNonNull(verifier);
    this.opaqueTokens = opaqueTokens;
    this.tokenLimit = tokenLimit;
  }

  /** Whether a bearer token, valid or not, can only be intended for this gate. */
  boolean claims(String bearer) {
    return opaqueTokens || JwtShape.of(bearer);
  }

  /** The refusal of a request without an access token. */
  AccessRefusedException missing(String message) {
    return new AccessRefusedException(UNAUTHORIZED, message, Optional.of(resource.challenge()));
  }

  /**
   * The caller identified by a token.
   *
   * @param chosen one of the organizations named by the token
   * @param header the header that selects it, for messages
   * @throws AccessRefusedException if the token is not valid, or does not name the organization
   */
  Caller caller(AccessMode mode, String token, Optional<String> chosen, String header) {
    VerifiedToken verified = verified(token);
    return new Caller(
        mode,
        AuthMode.USER,
        organization(verified.organizations(), chosen, header),
        Optional.empty(),
        Optional.of(
            new Grant(
                verified.subject(),
                verified.scopes(),
                Optional.of(Secret.of(token)),
                verified.roles(),
                verified.organizations())),
        Optional.empty());
  }

  private VerifiedToken verified(String token) {
    try {
      if (token.length() > tokenLimit) {
        throw new InvalidTokenException("The access token is too long");
      }
      return verifier.verify(token);
    } catch (InvalidTokenException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "The access token is invalid");
      throw new AccessRefusedException(
          UNAUTHORIZED, reason + ".", Optional.of(resource.invalidToken(reason)));
    } catch (VerifierUnavailableException e) {
      logNowAndThen(e);
      throw AccessRefusedException.unavailable(
          "Access tokens cannot be verified at the moment because the authorization server's keys or"
              + " its response are not available; try again later.",
          e.retryAfter());
    }
  }

  private void logNowAndThen(VerifierUnavailableException e) {
    long now = System.nanoTime();
    long next = nextLog.get();
    if (now - next >= 0 && nextLog.compareAndSet(next, now + LOG_PAUSE_NANOS)) {
      log.warn("Access tokens cannot be verified: {}", e.getMessage());
    }
  }

  /** The only organization, or the chosen one; empty if several remain. */
  private static Optional<String> organization(
      Optional<Map<String, String>> named, Optional<String> chosen, String header) {
    if (named.isEmpty() && chosen.isPresent()) {
      throw badRequest(
          header + " is for API keys in partner mode only; omit it with an OAuth access token.");
    }
    Map<String, String> ids = named.orElse(Map.of());
    if (chosen.isEmpty()) {
      return ids.size() == 1 ? ids.values().stream().findFirst() : Optional.empty();
    }
    Optional<String> id =
        Optional.ofNullable(ids.get(chosen.get())).or(() -> chosen.filter(ids::containsValue));
    if (id.isEmpty()) {
      throw badRequest(
          ids.isEmpty()
              ? header + " must be omitted: the access token does not name an organization."
              : header + " must be one of the access token's organizations: " + listed(ids) + ".");
    }
    return id;
  }

  private static String listed(Map<String, String> ids) {
    String shown =
        ids.keySet().stream().limit(ORGANIZATIONS_SHOWN).collect(Collectors.joining(", "));
    int more = ids.size() - ORGANIZATIONS_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static AccessRefusedException badRequest(String message) {
    return new AccessRefusedException(BAD_REQUEST, message, Optional.empty());
  }

  String insufficientScope(List<String> needed, Grant grant) {
    Set<String> granted = new HashSet<>(grant.scopes());
    granted.removeAll(grant.roles());
    return resource.insufficientScope(needed, granted);
  }
}
