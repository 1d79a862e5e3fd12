package dev.dragoman.runtime.audit;

import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.text.VisibleText;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/** Writes one line per event to the logger {@code audit}. */
public final class LogAuditSink implements AuditSink {
  private final AuditSink withoutProvider;

  /**
   * Creates a sink.
   *
   * @param withoutProvider receives the events of a program that has no SLF4J provider, where they
   *     would be lost
   */
  public LogAuditSink(AuditSink withoutProvider) {
    this.withoutProvider = withoutProvider;
  }

  @Override
  public void accept(AuditEvent event) {
    // Not a constant: finding the provider would delay the start of the server.
    Logger log = LoggerFactory.getLogger("audit");
    if (log instanceof NOPLogger) {
      withoutProvider.accept(event);
    } else if (log.isInfoEnabled()) {
      log.info(
          "principal={} access={} auth={} {}={} decision={} outcome={} status={} ms={}{}{}",
          event.principal(),
          event.access().word(),
          event.auth().word(),
          event.operation().isPresent() ? "operation" : "tool",
          VisibleText.line(event.operation().orElse(event.tool())),
          event.decision().name().toLowerCase(Locale.ROOT),
          event.outcome(),
          event.status().isPresent() ? event.status().getAsInt() : "-",
          event.duration().toMillis(),
          event.mock() ? " mock=true" : "",
          event.traceId().map(id -> " trace_id=" + id).orElse(""));
    }
  }
}
