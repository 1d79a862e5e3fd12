package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log line of one call of an operation: the caller (as a hash), the operation, the decision,
 * the outcome and the duration. Contains no text from the caller or the API.
 */
final class AuditLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  private final Caller caller;
  private final long start = System.nanoTime();
  private String operation = "unknown";
  private Decided decision = Decided.NONE;
  private String outcome = "fault";
  private OptionalInt status = OptionalInt.empty();

  /** The guard's decision. */
  enum Decided {
    NONE("none"),
    ALLOWED("allowed"),
    REFUSED("refused");

    private final String word;

    Decided(String word) {
      this.word = word;
    }
  }

  private AuditLine(Caller caller) {
    this.caller = caller;
  }

  /** Starts a line, which is written when it is closed. */
  static AuditLine start(Caller caller) {
    return new AuditLine(caller);
  }

  void operation(String id) {
    operation = id;
  }

  String operation() {
    return operation;
  }

  void decided(Decided how) {
    decision = how;
  }

  /** The outcome of the call, in one word. */
  void outcome(String word) {
    outcome = word;
  }

  /** The status of the API's response. */
  void answered(int httpStatus) {
    status = OptionalInt.of(httpStatus);
    outcome = "status_" + httpStatus / 100 + "xx";
  }

  String outcome() {
    return outcome;
  }

  @Override
  public void close() {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "principal={} access={} auth={} operation={} decision={} outcome={} status={} ms={}",
          principal(),
          caller.accessMode().word(),
          caller.authMode().word(),
          ForeignText.line(operation),
          decision.word,
          outcome,
          status.isPresent() ? status.getAsInt() : "-",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
  }

  /** The subject of an access token; otherwise all the caller's credentials together. */
  private String principal() {
    return caller.isAnonymous() ? "anonymous" : PrincipalHash.of(caller.owner());
  }
}
