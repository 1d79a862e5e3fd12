package dev.dragoman.runtime.app;

import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Asks the authorization server at start for what checking access tokens needs, again until it has
 * that, and tells the operator what is wrong: once for each reason.
 */
final class AuthorizationWatch implements Runnable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final TokenVerifier verifier;
  private final PrintStream err;

  private AuthorizationWatch(TokenVerifier verifier, PrintStream err) {
    this.verifier = verifier;
    this.err = err;
  }

  /** Starts in the background: a slow authorization server does not hold up the start. */
  static Thread start(TokenVerifier verifier, PrintStream err) {
    Thread watch = new Thread(new AuthorizationWatch(verifier, err), "authorization-server");
    watch.setDaemon(true);
    watch.start();
    return watch;
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
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
