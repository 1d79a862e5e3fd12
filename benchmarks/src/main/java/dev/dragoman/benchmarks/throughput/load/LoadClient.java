package dev.dragoman.benchmarks.throughput.load;

import java.io.IOException;

/** Sends one request again and again to a port of this machine. */
public interface LoadClient {

  /** The name in the report. */
  String name();

  /**
   * Creates a load and waits for its end.
   *
   * @throws IOException if it could not be created; failed calls are counted instead
   */
  Load run(int port, Request request, Plan plan) throws IOException, InterruptedException;
}
