package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;

/**
 * Describes whether a call with an unknown or partial result took effect. A write that was sent may
 * have happened: a failure must not be mistaken for a call without effect.
 *
 * @param isRead whether the operation changes nothing, by its access level and its method
 */
public record Effect(boolean isRead) {
  private static final String UNKNOWN =
      " It is unknown whether the operation took effect: check before retrying.";
  private static final String SAFE = " Retrying is safe.";

  public static Effect of(Operation operation) {
    return of(operation, operation.method());
  }

  /** The effect of a request whose method differs from its operation's. */
  public static Effect of(Operation operation, String method) {
    return new Effect(operation.access() == AccessLevel.READ && HttpMethods.isSafe(method));
  }

  /** A sentence for a request that was not sent. */
  public String notSent() {
    return isRead ? SAFE : " Nothing was sent.";
  }

  /** A sentence for a request that was sent without getting a response. */
  public String unknown() {
    return isRead ? SAFE : UNKNOWN;
  }

  /** Sentences for a response of which only the status is known. */
  public String answered(int status) {
    String known = " The response had status " + status + ".";
    if (isRead) {
      return known + SAFE;
    } else if (status >= 200 && status < 300) {
      return known
          + " This means that the operation took effect: do not send it again; check its result instead.";
    }
    return known
        + (isRefusal(status) ? " This means that the operation did not take effect." : UNKNOWN);
  }

  /** A sentence for a response that was read; empty if its status leaves no doubt. */
  public String after(int status) {
    boolean clear = isRead || (status >= 200 && status < 300) || isRefusal(status);
    return clear ? "" : UNKNOWN;
  }

  private static boolean isRefusal(int status) {
    return status == 304 || status == 501 || (status >= 400 && status < 500 && status != 408);
  }
}
