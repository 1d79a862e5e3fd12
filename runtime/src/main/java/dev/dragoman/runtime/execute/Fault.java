package dev.dragoman.runtime.execute;

import java.util.Locale;

/** Why a call has no usable answer. */
public enum Fault {
  /** No connection came about; nothing was sent. */
  UNREACHABLE,
  /** TLS failed; nothing was sent. */
  INSECURE,
  /** The connection ended before the whole answer was there. */
  BROKEN,
  /** Time was up. */
  LATE,
  /** The caller gave up. */
  CANCELLED,
  /** This server did not let it out: too many calls, or the API is left alone for a while. */
  HELD_BACK,
  /** All else: an answer that cannot be used, a request that may not be sent. */
  OTHER;

  /** As figures have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
