package dev.dragoman.runtime.execute.client;

import java.io.IOException;

/** Thrown if an exchange ended before the response was complete. */
public final class ExchangeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why it ended. */
  public enum Kind {
    /** No connection was established. */
    UNREACHABLE,
    /** TLS could not be established. */
    INSECURE,
    /** The deadline passed. */
    LATE,
    /** The calling thread was interrupted. */
    CANCELLED,
    /** The head of the response exceeds the limits of {@link HeadLimits}. */
    HEAD_TOO_LARGE,
    /** The connection failed, or what arrived is not HTTP. */
    BROKEN
  }

  private final Kind kind;
  private final boolean sent;

  ExchangeException(Kind kind, boolean sent, Throwable cause) {
    super(kind + (sent ? " after" : " before") + " the request was sent", cause);
    this.kind = kind;
    this.sent = sent;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether any part of the request may have reached the server. */
  public boolean isSent() {
    return sent;
  }
}
