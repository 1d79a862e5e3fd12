package dev.dragoman.runtime.transport.jetty;

import dev.dragoman.runtime.server.http.Network;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that wait too long for a complete request: Jetty's idle timeout is reset by
 * every byte, however slowly they arrive.
 *
 * <p>If too many connections are open, inactive ones are closed down to the limit: first those of
 * the network with the most open connections, and among these the ones that have been waiting
 * longest. A connection with a running call is never closed here, even if part of its response has
 * been sent: calls are bounded in number and time elsewhere.
 */
final class Connections {
  private static final long PERIOD_MILLIS = 500;

  private final Connector connector;
  private final Supplier<Scheduler> scheduler;
  private final int crowd;
  private final long limit;
  private final long limitInCrowd;
  private final Map<EndPoint, Use> uses = new ConcurrentHashMap<>();

  /** The use of a connection, in the order in which connections are closed. */
  private enum Stage {
    /** No request, or incomplete headers. */
    IDLE,
    /** A request whose body has not arrived completely. */
    RECEIVING,
    /** A complete response that is being sent. */
    SENDING,
    /** A call that is being processed. */
    RUNNING
  }

  /**
   * The current use of a connection.
   *
   * @param request the current request; null between requests
   * @param since {@link System#nanoTime} of the last progress
   * @param bytesSent the number of bytes sent by then
   */
  private record Use(Stage stage, @Nullable Request request, long since, long bytesSent) {}

  /** A connection that may be closed. */
  private record Idle(EndPoint endPoint, Use use, int neighbors) {}

  /**
   * Creates a monitor for a connector.
   *
   * @param scheduler available once the connector has started
   * @param crowd the maximum number of connections that may stay open for long without a call
   * @param limit the maximum time for the headers of a request to arrive, and for a connection to
   *     be idle
   */
  Connections(Connector connector, Supplier<Scheduler> scheduler, int crowd, Duration limit) {
    this.connector = connector;
    this.scheduler = scheduler;
    this.crowd = crowd;
    this.limit = limit.toNanos();
    this.limitInCrowd = this.limit / 5;
  }

  void start() {
    scheduler.get().schedule(this::sweep, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The handler that tracks the use of each connection. */
  Handler.Wrapper watching(Handler handler) {
    return new Handler.Wrapper(handler) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        enter(request, Stage.RECEIVING);
        Request.addCompletionListener(request, failure -> leave(request));
        return super.handle(request, response, callback);
      }
    };
  }

  /** Marks a request as running: its body is complete. */
  void running(Request request) {
    enter(request, Stage.RUNNING);
  }

  /** Marks a request as sending: its result only has to be sent. */
  void sending(Request request) {
    enter(request, Stage.SENDING);
  }

  private void enter(Request request, Stage stage) {
    uses.put(endPoint(request), new Use(stage, request, System.nanoTime(), -1));
  }

  /** The next request may be entered before the end of this one is reported. */
  private void leave(Request request) {
    uses.computeIfPresent(
        endPoint(request), (endPoint, use) -> use.request() == request ? idle() : use);
  }

  private static Use idle() {
    return new Use(Stage.IDLE, null, System.nanoTime(), -1);
  }

  private static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  /** Checks all connections once; called by a single thread only. */
  private void sweep() {
    try {
      Collection<EndPoint> open = connector.getConnectedEndPoints();
      uses.keySet().retainAll(open);
      long now = System.nanoTime();
      open.forEach(endPoint -> closeIfIdleTooLong(endPoint, now));
      if (open.size() > crowd) {
        thinOut(open, now);
      }
    } finally {
      start();
    }
  }

  private void closeIfIdleTooLong(EndPoint endPoint, long now) {
    Use use = uses.computeIfAbsent(endPoint, fresh -> idle());
    if (use.stage() == Stage.IDLE && now - use.since() > limit) {
      endPoint.close();
    } else if (use.stage() == Stage.SENDING) {
      long sent = endPoint.getConnection().getBytesOut();
      if (sent != use.bytesSent()) {
        uses.replace(endPoint, use, new Use(use.stage(), use.request(), now, sent));
      }
    }
  }

  private void thinOut(Collection<EndPoint> open, long now) {
    Map<String, Integer> networks = new HashMap<>();
    open.forEach(endPoint -> networks.merge(networkOf(endPoint), 1, Integer::sum));
    List<Idle> idle =
        uses.entrySet().stream()
            .filter(entry -> entry.getValue().stage() != Stage.RUNNING)
            .filter(entry -> now - entry.getValue().since() > limitInCrowd)
            .map(
                entry ->
                    new Idle(entry.getKey(), entry.getValue(), neighbors(networks, entry.getKey())))
            .sorted(
                Comparator.comparingInt(Idle::neighbors)
                    .reversed()
                    .thenComparing(one -> one.use().stage())
                    .thenComparingLong(one -> one.use().since() - now))
            .toList();
    idle.stream().limit(open.size() - crowd).forEach(one -> one.endPoint().close());
  }

  private static int neighbors(Map<String, Integer> networks, EndPoint endPoint) {
    return networks.getOrDefault(networkOf(endPoint), 0);
  }

  private static String networkOf(EndPoint endPoint) {
    return Network.of(endPoint.getRemoteSocketAddress());
  }
}
