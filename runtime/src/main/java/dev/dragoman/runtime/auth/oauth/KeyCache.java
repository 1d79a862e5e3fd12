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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an issuer's keys for five minutes, and for an hour more when they cannot be fetched. A
 * token with an unknown key has them fetched at once, for the issuer may have new ones, but only
 * twice a minute: anyone can make up tokens. Fetches for that reason and fetches of keys that have
 * grown old do not wait for each other, so that made-up tokens keep nobody out. Thread-safe.
 */
final class KeyCache implements JWKSource<SecurityContext> {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(30);
  static final Duration OUTAGE = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(KeyCache.class);

  private final Supplier<JWKSet> server;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Known known;
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
   * @throws VerifierUnavailableException when no keys are known
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    Known current = current();
    List<JWK> found = selector.select(current.keys);
    return found.isEmpty() ? selector.select(newerThan(current).keys) : found;
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
    if (clock.instant().isAfter(nextOld)) {
      nextOld = clock.instant().plus(PAUSE);
      try {
        return fetch();
      } catch (VerifierUnavailableException e) {
        log.warn("The keys of the authorization server: {}", e.getMessage());
      }
    }
    if (now != null && isWithin(now, FRESH.plus(OUTAGE))) {
      return now;
    }
    throw new VerifierUnavailableException("its keys are not known");
  }

  /** The keys after those that lack one: fetched now, unless that has just been done. */
  private Known newerThan(Known old) {
    fetching.lock();
    try {
      Known now = known;
      if (now != null && now != old) {
        return now;
      }
      if (clock.instant().isBefore(nextUnknown)) {
        return old;
      }
      nextUnknown = clock.instant().plus(PAUSE);
      return fetch();
    } catch (VerifierUnavailableException e) {
      log.warn("The keys of the authorization server: {}", e.getMessage());
      return old;
    } finally {
      fetching.unlock();
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
