package dev.dragoman.benchmarks.replicas;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.HttpLine;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Callers that read and callers that write, and the API that counts what it receives. */
final class ReplicasLoad {
  private static final Pattern WRITE = Pattern.compile("/([0-9a-f-]{36})/cancel ");
  private static final int READERS = 12;
  private static final int WRITERS = 4;
  private static final int API_MILLIS = 15;
  private static final int PATIENCE_SECONDS = 120;

  private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
  private final AtomicInteger readAnswers = new AtomicInteger();
  private final AtomicInteger readFailures = new AtomicInteger();
  private final AtomicInteger writeAnswers = new AtomicInteger();
  private final AtomicInteger writeFailures = new AtomicInteger();
  private final List<Thread> callers = new ArrayList<>();
  private volatile boolean over;

  /** The result, in counts. */
  record Result(
      int readAnswers, int readFailures, int writeAnswers, int writeFailures, long doubledWrites) {

    String reads() {
      return "reads\t" + readAnswers + "\t" + readFailures + "\t-";
    }

    String writes() {
      return "writes\t" + writeAnswers + "\t" + writeFailures + "\t" + doubledWrites;
    }

    /**
     * Whether the result is acceptable: each writer had at most one call in progress in the killed
     * server.
     */
    boolean isGood() {
      return readFailures == 0
          && writeAnswers > 0
          && writeFailures <= WRITERS
          && doubledWrites == 0;
    }
  }

  private interface Call {
    HttpLine.Reply with(ExampleCalls client) throws IOException;
  }

  boolean answer(String request, OutputStream out) throws IOException, InterruptedException {
    Matcher write = WRITE.matcher(request);
    if (write.find()) {
      received.computeIfAbsent(write.group(1), key -> new AtomicInteger()).incrementAndGet();
    }
    Thread.sleep(API_MILLIS);
    out.write(LoopbackApi.json("{\"data\":{}}"));
    return true;
  }

  void start(int port) {
    for (int caller = 0; caller < READERS; caller++) {
      start(port, client -> client.read(UUID.randomUUID()), readAnswers, readFailures);
    }
    for (int caller = 0; caller < WRITERS; caller++) {
      start(port, client -> client.write(UUID.randomUUID()), writeAnswers, writeFailures);
    }
  }

  private void start(int port, Call call, AtomicInteger answers, AtomicInteger failures) {
    Thread thread = new Thread(() -> goOn(port, call, answers, failures), "caller");
    callers.add(thread);
    thread.start();
  }

  private void goOn(int port, Call call, AtomicInteger answers, AtomicInteger failures) {
    try (ExampleCalls client = new ExampleCalls(port)) {
      while (!over) {
        try {
          (ExampleCalls.isSuccess(call.with(client)) ? answers : failures).incrementAndGet();
        } catch (IOException lost) {
          failures.incrementAndGet();
        }
      }
    }
  }

  /** Waits for this many responses to reads; returns whether they arrived in time. */
  boolean awaitReads(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (readAnswers.get() < count && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return readAnswers.get() >= count;
  }

  void stop() throws InterruptedException {
    over = true;
    for (Thread caller : callers) {
      caller.join();
    }
  }

  Result result() {
    long doubled = received.values().stream().filter(count -> count.get() > 1).count();
    return new Result(
        readAnswers.get(), readFailures.get(), writeAnswers.get(), writeFailures.get(), doubled);
  }
}
