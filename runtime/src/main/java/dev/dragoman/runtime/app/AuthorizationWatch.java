package dev.dragoman.runtime.app;

import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Requests what is needed to verify access tokens from the authorization server at startup, retries
 * until it succeeds, and reports each reason for a failure to the operator once.
 */
final class AuthorizationWatch implements Runnable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long a slow authorization server may delay the startup. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TokenVerifier verifier;
  private final PrintStream err;
  private final CountDownLatch asked = new CountDownLatch(1);

  private AuthorizationWatch(TokenVerifier verifier, PrintStream err) {
    this.verifier = verifier;
    this.err = err;
  }

  /**
   * Starts the watch and waits briefly for the first response, so that a server is ready as soon as
   * it listens if its authorization server is.
   */
  static Thread start(TokenVerifier verifier, PrintStream err) {
    AuthorizationWatch watch = new AuthorizationWatch(verifier, err);
    Thread thread = new Thread(watch, "authorization-server");
    thread.setDaemon(true);
    thread.start();
    try {
      if (!watch.asked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        err.println("OAuth: the authorization server has not responded yet.");
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
          err.println("OAuth: access tokens can be verified now.");
        }
        return;
      } catch (VerifierUnavailableException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(before)) {
          err.println(
              "OAuth: access tokens cannot be verified, and /readyz fails until they can: "
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
