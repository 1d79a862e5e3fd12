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
 * Keeps an issuer's keys for five minutes, and for an hour more when they cannot be fetched. A
 * token with an unknown key has them fetched at once, for the issuer may have new ones, but only
 * twice a minute: anyone can make up tokens. Until the next fetch is allowed it is not known
 * whether such a token is good, which is not the same as a bad one. Fetches for that reason and
 * fetches of keys that have grown old do not wait for each other, so that made-up tokens keep
 * nobody out. Thread-safe.
 */
final class KeyCache implements JWKSource<SecurityContext> {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(30);
  static final Duration OUTAGE = Duration.ofHours(1);

  /** Between two tries while nothing is known. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** How long a caller waits for a fetch that another one makes; each holds a thread. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(KeyCache.class);

  private final Supplier<JWKSet> server;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Known known;
  private String failure = "its keys are not known";
  private Instant nextOld = Instant.MIN;
  private Instant nextUnknown = Instant.MIN;

  /** What one fetch brought; two of them are never the same, whatever they hold. */
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
   * The keys that fit.
   *
   * @throws VerifierUnavailableException when no keys are known, or when the key that is asked for
   *     is not, and may be new
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    Known current = current();
    List<JWK> found = selector.select(current.keys);
    return found.isEmpty() && !isNamed(selector, current)
        ? selector.select(newerThan(current).keys)
        : found;
  }

  /**
   * The keys that fit among those fetched anew, for tokens that do not name their key.
   *
   * @throws VerifierUnavailableException when they cannot be fetched now
   */
  List<JWK> renewed(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(newerThan(current()).keys);
  }

  /** Whether the issuer has a key of that name, if only for something else. */
  private static boolean isNamed(JWKSelector selector, Known known) {
    Set<String> names = selector.getMatcher().getKeyIDs();
    return names != null
        && known.keys.getKeys().stream().anyMatch(key -> names.contains(key.getKeyID()));
  }

  /**
   * Fetches the keys unless they are known.
   *
   * @throws VerifierUnavailableException when they cannot be had; the message says why
   */
  void prepare() {
    current();
  }

  /** Whether keys are known or have been. */
  boolean isReady() {
    return known != null;
  }

  private Known current() {
    Known now = known;
    if (now != null && isWithin(now, FRESH)) {
      return now;
    }
    // Who finds another fetching goes on with the old keys, while they last.
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
          log.warn("The keys of the authorization server cannot be fetched: {}", failure);
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
   * The keys after those that lack one: fetched now.
   *
   * @throws VerifierUnavailableException when that was done a moment ago, or fails
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
