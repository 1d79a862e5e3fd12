package dev.dragoman.runtime.execute;

import java.util.Locale;

/** Why a call has no usable response. */
public enum Fault {
  /** No connection could be established; nothing was sent. */
  UNREACHABLE,
  /** The proxy does not let the request through; nothing reached the API. */
  PROXY,
  /** TLS failed; nothing was sent. */
  INSECURE,
  /** The connection ended before the response was complete. */
  BROKEN,
  /** The deadline passed. */
  LATE,
  /** The caller cancelled the call. */
  CANCELLED,
  /** This server did not send the request: too many calls, or a circuit breaker is open. */
  HELD_BACK,
  /** Anything else: an unusable response, or a request that must not be sent. */
  OTHER;

  /** The name used in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
