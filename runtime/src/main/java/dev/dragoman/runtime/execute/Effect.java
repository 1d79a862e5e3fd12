package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;

/**
 * What is said of a call whose result is not known, or only in part. A write that was sent may have
 * happened: whoever reads of a failure must not take it for one that did not.
 *
 * @param isRead whether the operation changes nothing, by its access level and its method
 */
public record Effect(boolean isRead) {
  /** RFC 9110, section 9.2.1, and QUERY. */
  private static final String UNKNOWN =
      " Whether the operation took effect is unknown: look before you try again.";

  private static final String SAFE = " Trying again is safe.";

  public static Effect of(Operation operation) {
    return of(operation, operation.method());
  }

  /** The effect of a request that has another method than its operation. */
  public static Effect of(Operation operation, String method) {
    return new Effect(operation.access() == AccessLevel.READ && HttpMethods.isSafe(method));
  }

  /** A sentence for a request that was not sent. */
  public String notSent() {
    return isRead ? SAFE : " Nothing was sent.";
  }

  /** A sentence for a request that was sent and has no response. */
  public String unknown() {
    return isRead ? SAFE : UNKNOWN;
  }

  /** Sentences for a response of which nothing but the status is known. */
  public String answered(int status) {
    String known = " The response had status " + status + ".";
    if (isRead) {
      return known + SAFE;
    } else if (status >= 200 && status < 300) {
      return known
          + " By that the operation took effect: do not send it again, look at what it did instead.";
    }
    return known + (isRefusal(status) ? " By that the operation did not take effect." : UNKNOWN);
  }

  /** A sentence for a response that was read; empty where its status leaves no doubt. */
  public String after(int status) {
    boolean clear = isRead || (status >= 200 && status < 300) || isRefusal(status);
    return clear ? "" : UNKNOWN;
  }

  private static boolean isRefusal(int status) {
    return status == 304 || status == 501 || (status >= 400 && status < 500 && status != 408);
  }
}
