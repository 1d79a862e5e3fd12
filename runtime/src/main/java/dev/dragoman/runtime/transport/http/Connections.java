package dev.dragoman.runtime.transport.http;

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
 * Closes connections that wait too long for a request, however slowly its bytes arrive: to Jetty, a
 * byte now and then is a sign of life.
 *
 * <p>When too many connections are open, those that do nothing are closed down to the limit: the
 * ones of the network with the most open connections first, and of these the ones that have been
 * waiting longest. A connection with a call under way is never closed here, whatever part of its
 * response has been sent: calls are bounded in number and time elsewhere.
 */
final class Connections {
  private static final long PERIOD_MILLIS = 500;

  private final Connector connector;
  private final Supplier<Scheduler> scheduler;
  private final int crowd;
  private final long limit;
  private final long limitInCrowd;
  private final Map<EndPoint, Use> uses = new ConcurrentHashMap<>();

  /** What a connection is used for; the order is the order of closing. */
  private enum Stage {
    /** No request, or not all of its headers. */
    IDLE,
    /** A request whose body has not arrived yet. */
    RECEIVING,
    /** A response that is complete and being sent. */
    SENDING,
    /** A call whose result is being worked for. */
    RUNNING
  }

  /**
   * The use of one connection.
   *
   * @param request the request it is for; null between requests
   * @param since {@link System#nanoTime} of the last progress
   * @param bytesSent what had been sent by then
   */
  private record Use(Stage stage, @Nullable Request request, long since, long bytesSent) {}

  /** A connection that may be closed. */
  private record Idle(EndPoint endPoint, Use use, int neighbors) {}

  /**
   * Watches a connector.
   *
   * @param scheduler there when the connector has started
   * @param crowd how many connections may stay open for long without a call
   * @param limit how long the headers of a request may take to arrive, and a connection may be idle
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

  /** The handler, which tells what each connection is used for. */
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

  /** Says that the body of a request is complete and its call is under way. */
  void running(Request request) {
    enter(request, Stage.RUNNING);
  }

  /** Says that the result of a call is there and only has to be sent. */
  void sending(Request request) {
    enter(request, Stage.SENDING);
  }

  private void enter(Request request, Stage stage) {
    uses.put(endPoint(request), new Use(stage, request, System.nanoTime(), -1));
  }

  /** The next request may have been entered before the end of this one is told. */
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

  /** Looks once; the only thread that does. */
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
    open.forEach(endPoint -> networks.merge(Network.of(endPoint), 1, Integer::sum));
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
    return networks.getOrDefault(Network.of(endPoint), 0);
  }
}
