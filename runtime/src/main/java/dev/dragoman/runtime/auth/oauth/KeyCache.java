package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches an issuer's keys for five minutes, and for an hour more if they cannot be fetched. A token
 * with an unknown key triggers a fetch, because the issuer may have new keys, but at most twice a
 * minute, because anyone can make up tokens. Until the next fetch is allowed, the validity of such
 * a token is unknown, which is not the same as invalid. Fetches for unknown keys and fetches of
 * expired keys do not wait for each other, so that made-up tokens do not lock anyone out.
 * Thread-safe.
 */
final class KeyCache implements JWKSource<SecurityContext> {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(30);
  static final Duration OUTAGE = Duration.ofHours(1);

  /** Pause between two attempts while no keys are known. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** How long a caller waits for another caller's fetch; each holds a thread. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(KeyCache.class);

  private final Supplier<JWKSet> server;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Known known;
  private String failure = "its keys are unknown";
  private Instant nextOld = Instant.MIN;
  private Instant nextUnknown = Instant.MIN;

  /** The result of one fetch; two of them are never equal, whatever they contain. */
  private static final class Known {
    private final JWKSet keys;
    private final Instant since;

    Known(JWKSet keys, Instant since) {
      this.keys = keys;
      this.since = since;
    }
  }

  KeyCache(Supplier<JWKSet> server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /**
   * The matching keys. For a token that names its key, they are fetched again if none has the name.
   *
   * @throws VerifierUnavailableException if no keys are known, or if the requested key is unknown
   *     and may be new
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    Known current = current();
    List<JWK> found = selector.select(current.keys);
    Set<String> names = selector.getMatcher().getKeyIDs();
    return found.isEmpty() && names != null && !isAny(names, current)
        ? selector.select(newerThan(current).keys)
        : found;
  }

  /**
   * The matching keys among freshly fetched ones, for tokens that do not name their key.
   *
   * @throws VerifierUnavailableException if they cannot be fetched now
   */
  List<JWK> renewed(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(newerThan(current()).keys);
  }

  /** Whether the issuer has a key with one of these ids, even for another use. */
  private static boolean isAny(Set<String> names, Known known) {
    return known.keys.getKeys().stream().anyMatch(key -> names.contains(key.getKeyID()));
  }

  /**
   * Fetches the keys unless they are known.
   *
   * @throws VerifierUnavailableException if they are not available; the message says why
   */
  void prepare() {
    current();
  }

  /** Whether keys are or have been known. */
  boolean isReady() {
    return known != null;
  }

  private Known current() {
    Known now = known;
    if (now != null && isWithin(now, FRESH)) {
      return now;
    }
    // If another thread is fetching, continue with the old keys until they expire.
    if (now != null && isWithin(now, FRESH.plus(OUTAGE)) && !fetching.tryLock()) {
      return now;
    }
    if (!fetching.isHeldByCurrentThread()) {
      fetching.lock();
    }
    try {
      return refreshed(now);
    } finally {
      fetching.unlock();
    }
  }

  private Known refreshed(@Nullable Known old) {
    Known now = known;
    if (now != null && now != old) {
      return now;
    }
    if (!clock.instant().isBefore(nextOld)) {
      nextOld = clock.instant().plus(now == null ? FIRST_PAUSE : PAUSE);
      try {
        return fetch();
      } catch (VerifierUnavailableException e) {
        failure = Objects.requireNonNullElse(e.getMessage(), failure);
        if (now != null) {
          log.warn("Cannot fetch the keys of the authorization server: {}", failure);
        }
      }
    }
    if (now != null && isWithin(now, FRESH.plus(OUTAGE))) {
      return now;
    }
    throw new VerifierUnavailableException(failure, until(nextOld));
  }

  private Duration until(Instant next) {
    Duration left = Duration.between(clock.instant(), next);
    return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
  }

  /**
   * Fetches the keys again, after a key was not found among the old ones.
   *
   * @throws VerifierUnavailableException if this was done a moment ago, or fails
   */
  private Known newerThan(Known old) {
    if (!isMine(PATIENCE)) {
      throw new VerifierUnavailableException("its keys are being fetched", PATIENCE);
    }
    try {
      Known now = known;
      if (now != null && now != old) {
        return now;
      }
      if (clock.instant().isBefore(nextUnknown)) {
        throw new VerifierUnavailableException(
            "a token is signed with a key that was not among the issuer's keys a moment ago",
            until(nextUnknown));
      }
      nextUnknown = clock.instant().plus(PAUSE);
      return fetch();
    } catch (VerifierUnavailableException e) {
      // Not earlier, because nothing is fetched before.
      throw new VerifierUnavailableException(
          Objects.requireNonNullElse(e.getMessage(), failure), until(nextUnknown));
    } finally {
      fetching.unlock();
    }
  }

  private boolean isMine(Duration patience) {
    try {
      return fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Known fetch() {
    Known fetched = new Known(server.get(), clock.instant());
    known = fetched;
    return fetched;
  }

  private boolean isWithin(Known keys, Duration age) {
    return Duration.between(keys.since, clock.instant()).compareTo(age) < 0;
  }
}
