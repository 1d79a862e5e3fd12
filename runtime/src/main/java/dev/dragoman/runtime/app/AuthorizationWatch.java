package dev.dragoman.runtime.app;

import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the authorization server at start for what checking access tokens needs, again until it has
 * that, and tells the operator what is wrong: once for each reason.
 */
final class AuthorizationWatch implements Runnable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long a slow authorization server may hold up the start. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TokenVerifier verifier;
  private final PrintStream err;
  private final CountDownLatch asked = new CountDownLatch(1);

  private AuthorizationWatch(TokenVerifier verifier, PrintStream err) {
    this.verifier = verifier;
    this.err = err;
  }

  /**
   * Starts, and waits a moment for the first answer: a server that listens is ready from the start
   * where its authorization server is.
   */
  static Thread start(TokenVerifier verifier, PrintStream err) {
    AuthorizationWatch watch = new AuthorizationWatch(verifier, err);
    Thread thread = new Thread(watch, "authorization-server");
    thread.setDaemon(true);
    thread.start();
    try {
      if (!watch.asked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        err.println("OAuth: the authorization server has not answered yet.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return thread;
  }

  @Override
  public void run() {
    String before = "";
    while (true) {
      try {
        verifier.prepare();
        if (!before.isEmpty()) {
          err.println("OAuth: access tokens can be checked now.");
        }
        return;
      } catch (VerifierUnavailableException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(before)) {
          err.println(
              "OAuth: access tokens cannot be checked, and /readyz fails until they can: "
                  + reason
                  + ".");
        }
        before = reason;
      } finally {
        asked.countDown();
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
