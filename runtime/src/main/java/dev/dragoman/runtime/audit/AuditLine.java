package dev.dragoman.runtime.audit;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.trace.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the audit event of one call. Contains no text of the caller or the API. Used on the
 * thread of the call.
 */
public final class AuditLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLine.class);

  private final AuditSink sink;
  private final Caller caller;
  private final String tool;
  private final TraceContext trace;
  private final Instant time = Instant.now();
  private final long start = System.nanoTime();
  private @Nullable String operation;
  private Decision decision = Decision.NONE;
  private String outcome = "fault";
  private OptionalInt status = OptionalInt.empty();
  private boolean mock;

  private AuditLine(AuditSink sink, Caller caller, String tool, TraceContext trace) {
    this.trace = trace;
    this.sink = sink;
    this.caller = caller;
    this.tool = tool;
  }

  /** Begins an event, which the sink receives when it is closed. */
  public static AuditLine start(AuditSink sink, Caller caller, String tool, TraceContext trace) {
    return new AuditLine(sink, caller, tool, trace);
  }

  /** The tool that is called. */
  public String tool() {
    return tool;
  }

  /** Begins an event of a call that is to run an operation, which is not known yet. */
  public static AuditLine ofOperation(
      AuditSink sink, Caller caller, String tool, TraceContext trace) {
    AuditLine line = start(sink, caller, tool, trace);
    line.operation = "unknown";
    return line;
  }

  public void operation(String id) {
    operation = id;
  }

  /** The operation; {@code unknown} if there is none. */
  public String operation() {
    return operation == null ? "unknown" : operation;
  }

  /** The trace that the call belongs to. */
  public TraceContext trace() {
    return trace;
  }

  public void decided(Decision how) {
    decision = how;
  }

  /** How the call ended, in one word. */
  public void outcome(String word) {
    outcome = word;
  }

  /** The API has responded. */
  public void answered(int httpStatus) {
    status = OptionalInt.of(httpStatus);
    outcome = "status_" + httpStatus / 100 + "xx";
  }

  /** The response was made up. */
  public void mocked() {
    mock = true;
  }

  public String outcome() {
    return outcome;
  }

  @Override
  public void close() {
    try {
      sink.accept(event());
    } catch (RuntimeException e) {
      LOG.warn("The audit log does not accept an event: {}", e.toString());
    }
  }

  private AuditEvent event() {
    return new AuditEvent(
        time,
        principal(),
        caller.accessMode(),
        caller.authMode(),
        tool,
        Optional.ofNullable(operation),
        decision,
        outcome,
        status,
        Duration.ofNanos(System.nanoTime() - start),
        trace.traceId(),
        mock);
  }

  /** The subject of an access token, otherwise whoever owns all of the caller's credentials. */
  private String principal() {
    return caller.isAnonymous() ? "anonymous" : PrincipalHash.of(caller.owner());
  }
}
