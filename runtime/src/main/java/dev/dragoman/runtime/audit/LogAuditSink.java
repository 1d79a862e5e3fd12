package dev.dragoman.runtime.audit;

import dev.dragoman.runtime.extension.AuditEvent;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.text.VisibleText;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line per event to the logger {@code audit}. */
public final class LogAuditSink implements AuditSink {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  @Override
  public void accept(AuditEvent event) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
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
