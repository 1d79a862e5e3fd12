package dev.dragoman.benchmarks.peer;

import java.io.IOException;

/** How a generator gets from a document to a server that responds to tools/list. */
interface Way {

  /** The name in the table. */
  String name();

  /** Runs it once, starting with nothing but the document and what is installed. */
  Round round() throws IOException, InterruptedException;

  /**
   * One measurement.
   *
   * @param buildMillis from the document to a server that can be started
   * @param startMillis from the start of the process to the response to tools/list
   * @param peakMegabytes of the most demanding step, including descendants
   * @param remark anything else worth mentioning; may be empty
   */
  record Round(double buildMillis, double startMillis, double peakMegabytes, String remark) {
    double millis() {
      return buildMillis + startMillis;
    }
  }
}
