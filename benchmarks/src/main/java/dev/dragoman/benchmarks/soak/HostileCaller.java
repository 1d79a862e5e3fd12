package dev.dragoman.benchmarks.soak;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A caller that attacks without a pause, over several connections at a time. */
final class HostileCaller implements AutoCloseable {
  /** The number of connections that are held open: more than a server keeps without a call. */
  private static final int HELD = 1_200;

  private static final int FAST_THREADS = 2;
  private static final int SLOW_THREADS = 4;

  private final int port;
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();
  private volatile boolean over;

  HostileCaller(int port) {
    this.port = port;
  }

  void start() {
    for (int thread = 0; thread < FAST_THREADS; thread++) {
      start(() -> repeat(Attack.fast()));
    }
    for (int thread = 0; thread < SLOW_THREADS; thread++) {
      start(() -> repeat(Attack.slow()));
    }
    start(() -> hold(Attack.held()));
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "hostile");
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void repeat(List<Attack.Request> requests) {
    while (!over) {
      for (Attack.Request request : requests) {
        if (over) {
          return;
        }
        send(request);
      }
    }
  }

  private void hold(List<Attack.Request> requests) {
    Deque<Socket> held = new ArrayDeque<>();
    while (!over) {
      for (Attack.Request request : requests) {
        Socket socket = send(request);
        if (socket != null) {
          held.add(socket);
        }
        while (held.size() > HELD) {
          close(held.remove());
        }
      }
      pause();
    }
    held.forEach(HostileCaller::close);
  }

  private @Nullable Socket send(Attack.Request request) {
    sent.computeIfAbsent(request.name(), unused -> new AtomicInteger()).incrementAndGet();
    try {
      return request.send(port);
    } catch (IOException refusedOrCut) {
      return null;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // The connection is closed in either case.
    }
  }

  /** Limits the rate to some 500 new connections per second; more would only load the client. */
  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The number of attacks of each kind. */
  Map<String, Integer> sent() {
    Map<String, Integer> counts = new TreeMap<>();
    sent.forEach((name, count) -> counts.put(name, count.get()));
    return counts;
  }

  @Override
  public void close() {
    over = true;
  }
}
