package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;

/** The headers of the trace that a request belongs to, which an agent may have replaced. */
final class TraceHeaders {
  private static final List<String> NAMES = List.of(TraceContext.PARENT, TraceContext.STATE);

  private TraceHeaders() {}

  /**
   * Restores the headers of a request if an agent has started another trace, as it does over stdio,
   * where it does not see which one the client has named. An agent that continues the trace names a
   * span of its own, which stays.
   */
  static void restore(HttpRequest message, OutgoingRequest request) {
    Optional<String> given = value(request, TraceContext.PARENT);
    Header sent = message.getFirstHeader(TraceContext.PARENT);
    if (given.isEmpty() || sent == null || isSameTrace(given.get(), sent.getValue())) {
      return;
    }
    for (String name : NAMES) {
      message.removeHeaders(name);
      value(request, name).ifPresent(value -> message.addHeader(name, value));
    }
  }

  private static boolean isSameTrace(String given, String sent) {
    return given.equals(sent) || TraceContext.traceId(given).equals(TraceContext.traceId(sent));
  }

  private static Optional<String> value(OutgoingRequest request, String name) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value())
        .findFirst();
  }
}
