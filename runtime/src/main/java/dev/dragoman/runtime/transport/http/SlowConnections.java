package dev.dragoman.runtime.transport.http;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which no request arrives in time, however they drip: to Jetty, one byte now
 * and then is a sign of life. When many connections are open they get less time.
 */
final class SlowConnections implements Runnable {
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Connector connector;
  private final Scheduler scheduler;
  private final int crowd;
  private final long limit;
  private final long limitInACrowd;
  private final Map<EndPoint, Progress> known = new WeakHashMap<>();

  /** How many requests had arrived, and since when there are no more. */
  private record Progress(long requests, long since) {}

  /**
   * Watches a connector.
   *
   * @param crowd how many connections are many
   * @param limit how long a request may take to arrive
   */
  SlowConnections(Connector connector, Scheduler scheduler, int crowd, Duration limit) {
    this.connector = connector;
    this.scheduler = scheduler;
    this.crowd = crowd;
    this.limit = limit.toNanos();
    this.limitInACrowd = this.limit / 5;
  }

  void start() {
    scheduler.schedule(this, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks once; the only thread that does. */
  @Override
  public void run() {
    long now = System.nanoTime();
    int open = connector.getConnectedEndPoints().size();
    long patience = open > crowd ? limitInACrowd : limit;
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection != null && isIdleTooLong(endPoint, connection, now, patience)) {
        endPoint.close();
      }
    }
    start();
  }

  private boolean isIdleTooLong(EndPoint endPoint, Connection connection, long now, long patience) {
    long requests = connection.getMessagesIn();
    boolean working = requests > connection.getMessagesOut();
    Progress before = known.get(endPoint);
    if (before == null || working || before.requests() != requests) {
      known.put(endPoint, new Progress(requests, now));
      return false;
    }
    return now - before.since() > patience;
  }
}
