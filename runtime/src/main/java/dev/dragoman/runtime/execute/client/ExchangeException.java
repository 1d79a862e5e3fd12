package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if an exchange ended before the response was complete. */
public final class ExchangeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why it ended. */
  public enum Kind {
    /** No connection was established. */
    UNREACHABLE,
    /** The proxy does not let the request through. */
    PROXY,
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
  private final String reason;

  ExchangeException(Kind kind, boolean sent, Throwable cause) {
    this(kind, sent, "", cause);
  }

  ExchangeException(Kind kind, boolean sent, String reason, @Nullable Throwable cause) {
    super(kind + (sent ? " after" : " before") + " the request was sent", cause);
    this.kind = kind;
    this.sent = sent;
    this.reason = reason;
  }

  public Kind kind() {
    return kind;
  }

  /** Why it ended and what to do about it, in sentences; empty if there is nothing to add. */
  public String reason() {
    return reason;
  }

  /** Whether any part of the request may have reached the server. */
  public boolean isSent() {
    return sent;
  }
}
