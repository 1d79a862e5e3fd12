package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.HttpLine;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.Load;
import dev.dragoman.benchmarks.throughput.load.LoadClient;
import dev.dragoman.benchmarks.throughput.load.Plan;
import dev.dragoman.benchmarks.throughput.load.Request;
import dev.dragoman.benchmarks.throughput.load.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is called.
 *
 * @param name the name in tables
 * @param process null for the API itself
 */
record Target(String name, Kind kind, int port, Request request, @Nullable ServerProcess process) {
  /** A response that differs more from the others in length is another response. */
  private static final double MOST_DIFFERENCE = 0.01;

  private static final int MOST_CALLERS = 8;

  /** A server. */
  static Target of(String name, Kind kind, ServerProcess process) {
    return new Target(name, kind, process.port(), kind.request(), process);
  }

  /** The API itself, with the request that the server sends to it. */
  static Target direct(Upstream upstream) {
    return new Target("direct", Kind.EXECUTE, upstream.port(), Kind.direct(), null);
  }

  /**
   * A load on this target, with the processor time that the server took for it.
   *
   * @param cpuMicros per call; NaN if unknown
   */
  record Measured(Target target, Load load, double cpuMicros) {}

  /**
   * Creates a load.
   *
   * @throws IOException if a call failed or a response was not the expected one
   */
  Measured measure(LoadClient client, Plan plan) throws IOException, InterruptedException {
    long sample = sample();
    Duration before = cpuTime().orElse(Duration.ZERO);
    Load load = client.run(port, request, plan);
    double cpu =
        cpuTime().map(now -> now.minus(before).toNanos() / 1e3 / load.calls()).orElse(Double.NaN);
    check(load, sample);
    sample();
    return new Measured(this, load, cpu);
  }

  private Optional<Duration> cpuTime() {
    return Optional.ofNullable(process).map(ServerProcess::cpuTime);
  }

  /**
   * All responses have the length of a sample that was read completely. The last call of each
   * connection may be incomplete.
   */
  private void check(Load load, long sample) throws IOException {
    if (load.failures() > 0) {
      throw new IOException(load.failures() + " calls failed: " + this);
    }
    double incomplete = (double) MOST_CALLERS * sample / Math.max(1, load.calls());
    if (Math.abs(load.bytesPerCall() - sample) > MOST_DIFFERENCE * sample + incomplete) {
      throw new IOException(
          "the responses have %.1f bytes on average, the sample %d: %s"
              .formatted(load.bytesPerCall(), sample, this));
    }
  }

  /** Makes one call, checks its response, and returns the response's length with headers. */
  private long sample() throws IOException {
    try (HttpLine line = new HttpLine(port)) {
      HttpLine.Reply reply =
          line.send(request.method(), request.path(), request.lines(), request.body());
      if (!isRight(reply)) {
        throw new IOException(this + " responded with " + reply);
      }
      return line.received();
    }
  }

  private boolean isRight(HttpLine.Reply reply) {
    return process == null
        ? reply.status() == 200 && reply.body().equals(Upstream.BODY)
        : isRight(kind, reply);
  }

  /** Whether a response of a server is the expected one, and no error. */
  static boolean isRight(Kind kind, HttpLine.Reply reply) {
    return reply.status() == 200
        && reply.body().contains("\"result\"")
        && !reply.body().contains("\"isError\":true")
        && reply.body().contains(kind.sign());
  }

  @Override
  public String toString() {
    return kind.title() + ", " + name;
  }
}
