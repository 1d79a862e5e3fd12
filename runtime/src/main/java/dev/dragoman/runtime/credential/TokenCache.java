package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Caches tokens until shortly before they expire; concurrent callers of the same token share one
 * request. Failures are not cached. Thread-safe.
 */
final class TokenCache {
  static final int MOST = 1_000;
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final Clock clock;

  /** In access order, the least recently used first. */
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<String, CompletableFuture<Secret>> underWay = new LinkedHashMap<>();

  private record Kept(Secret token, Instant end) {}

  TokenCache(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns the token for a key, requesting it if it is not cached. A caller that waits for the
   * request of another one, which then gives up, makes the request itself.
   *
   * @param key must not reveal a secret
   * @param request requests a token within a time
   */
  Secret get(String key, Duration patience, Function<Duration, Token> request) {
    long end = System.nanoTime() + patience.toNanos();
    Duration left = patience;
    while (true) {
      CompletableFuture<Secret> mine = new CompletableFuture<>();
      CompletableFuture<Secret> others;
      synchronized (this) {
        Secret valid = valid(key);
        if (valid != null) {
          return valid;
        }
        others = underWay.putIfAbsent(key, mine);
      }
      if (others == null) {
        return ask(key, mine, left, request);
      }
      Optional<Secret> shared = await(others, left);
      if (shared.isPresent()) {
        return shared.get();
      }
      left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }
  }

  private @Nullable Secret valid(String key) {
    Kept token = kept.get(key);
    if (token != null && !clock.instant().isBefore(token.end())) {
      kept.remove(key);
      return null;
    }
    return token == null ? null : token.token();
  }

  private Secret ask(
      String key,
      CompletableFuture<Secret> mine,
      Duration patience,
      Function<Duration, Token> request) {
    try {
      Token token = request.apply(patience);
      keep(key, token);
      mine.complete(token.value());
      return token.value();
    } catch (RuntimeException | Error failure) {
      // Before the others learn of it, who may try themselves.
      forget(key, mine);
      mine.completeExceptionally(failure);
      throw failure;
    } finally {
      forget(key, mine);
    }
  }

  private synchronized void forget(String key, CompletableFuture<Secret> mine) {
    underWay.remove(key, mine);
  }

  private synchronized void keep(String key, Token token) {
    Instant end = clock.instant().plus(token.lifetime()).minus(SKEW);
    if (end.isAfter(clock.instant())) {
      kept.put(key, new Kept(token.value(), end));
    }
    Iterator<String> longestUnused = kept.keySet().iterator();
    while (kept.size() > MOST) {
      longestUnused.next();
      longestUnused.remove();
    }
  }

  /** The token that another caller gets; empty if that caller has given up. */
  private static Optional<Secret> await(CompletableFuture<Secret> others, Duration patience) {
    try {
      return Optional.of(others.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      throw new CredentialException(
          "No API credential could be obtained in time; nothing was sent to the API.", true);
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      throw new CredentialException("The call was cancelled; nothing was sent to the API.", true);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CredentialException known) {
        if (known.isGaveUp()) {
          return Optional.empty();
        }
        throw new CredentialException(String.valueOf(known.getMessage()));
      }
      throw new CredentialException(
          "No API credential could be obtained; nothing was sent to the API.");
    }
  }

  synchronized int size() {
    return kept.size();
  }
}
