package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call, for the audit log. Contains no text of the caller or the API: no arguments, no
 * responses, no credentials.
 *
 * @param time when the call started
 * @param principal a hash that identifies the caller; {@code anonymous} without credentials
 * @param access the caller's access mode
 * @param auth the caller's auth mode
 * @param tool the tool that was called
 * @param operation the operation that was run, or {@code unknown}; empty for tools that do not run
 *     one themselves
 * @param decision what the guard decided
 * @param outcome how the call ended, in one word, e.g. {@code status_2xx}
 * @param status the API's HTTP status code
 * @param duration how long the call took
 * @param traceId the id of the trace that the call belongs to (W3C Trace Context): 32 hexadecimal
 *     digits; empty if the client has not named one
 * @param mock whether the response was made up from the API's document instead of coming from the
 *     API
 */
public record AuditEvent(
    Instant time,
    String principal,
    AccessMode access,
    AuthMode auth,
    String tool,
    Optional<String> operation,
    Decision decision,
    String outcome,
    OptionalInt status,
    Duration duration,
    Optional<String> traceId,
    boolean mock) {

  /** What the guard decided about a call. */
  public enum Decision {
    /** The call did not reach the guard. */
    NONE,
    /** The caller may run it. */
    ALLOWED,
    /** The caller may not run it. */
    REFUSED
  }

  public AuditEvent {
    Objects.requireNonNull(time);
    Objects.requireNonNull(principal);
    Objects.requireNonNull(access);
    Objects.requireNonNull(auth);
    Objects.requireNonNull(tool);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(status);
    Objects.requireNonNull(duration);
    Objects.requireNonNull(traceId);
  }
}
