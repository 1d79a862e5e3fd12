package dev.dragoman.benchmarks.throughput.load;

/** An API on a loopback port that gives every request the same response: a kilobyte of JSON. */
public interface Upstream extends AutoCloseable {
  /** The body of the response. */
  String BODY = "{\"data\":{\"name\":\"" + "x".repeat(1_000) + "\"}}";

  /** The name in the report. */
  String name();

  int port();

  default String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  void close();
}
