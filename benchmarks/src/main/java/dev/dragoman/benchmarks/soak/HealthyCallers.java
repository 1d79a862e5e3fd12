package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Well-behaved callers, each with one call after another on a separate connection. */
final class HealthyCallers {
  private static final int CALLERS = 4;
  private static final String HEADERS =
      String.join(
          "\r\n",
          "Content-Type: application/json",
          "Accept: application/json",
          "MCP-Protocol-Version: 2025-11-25",
          "");
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\","
          + "\"arguments\":%s}}";
  private static final List<String> CALLS =
      List.of(
          CALL.formatted("execute", "{\"operation\":\"fine\",\"arguments\":{\"id\":\"1\"}}"),
          CALL.formatted("search", "{\"query\":\"read a fine thing\",\"limit\":2}"),
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");

  private final int port;
  private final List<Thread> threads = new ArrayList<>();
  private final List<List<Long>> times = new ArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private volatile boolean over;

  HealthyCallers(int port) {
    this.port = port;
  }

  void start() {
    for (int caller = 0; caller < CALLERS; caller++) {
      List<Long> mine = new ArrayList<>();
      times.add(mine);
      String key = "Authorization: Bearer healthy-key-number-" + caller + "\r\n";
      Thread thread = new Thread(() -> goOn(HEADERS + key, mine), "healthy");
      thread.start();
      threads.add(thread);
    }
  }

  private void goOn(String headers, List<Long> mine) {
    HttpLine line = new HttpLine(port);
    for (int call = 0; !over; call++) {
      long start = System.nanoTime();
      try {
        HttpLine.Reply reply = line.send("POST", "/mcp", headers, CALLS.get(call % CALLS.size()));
        if (!ExampleCalls.isSuccess(reply)) {
          failed(reply.status() + " " + reply.body());
        }
      } catch (IOException lost) {
        failed(String.valueOf(lost.getMessage()));
      }
      mine.add(System.nanoTime() - start);
    }
    line.close();
  }

  private void failed(String reason) {
    failed.incrementAndGet();
    String shown = reason.substring(0, Math.min(160, reason.length()));
    synchronized (reasons) {
      reasons.merge(shown, 1, Integer::sum);
    }
  }

  void stop() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The results of the calls; available after {@link #stop}. */
  Result result() {
    long[] all =
        times.stream().flatMapToLong(mine -> mine.stream().mapToLong(Long::longValue)).toArray();
    long[] measured = all.length == 0 ? LongStream.of(0).toArray() : all;
    return new Result(
        all.length,
        failed.get(),
        Figures.percentile(measured, 0.5),
        Figures.percentile(measured, 0.99),
        Map.copyOf(reasons));
  }

  /**
   * The results of healthy callers.
   *
   * @param median in milliseconds
   * @param slow the 99th percentile, in milliseconds
   * @param reasons of failures, with their numbers
   */
  record Result(int calls, int failed, double median, double slow, Map<String, Integer> reasons) {

    double share() {
      return calls == 0 ? 0 : (calls - failed) / (double) calls;
    }
  }
}
