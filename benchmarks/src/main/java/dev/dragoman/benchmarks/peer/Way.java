package dev.dragoman.benchmarks.peer;

import java.io.IOException;

/** A generator's way from a document to a server that answers tools/list. */
interface Way {

  /** How it is called in the table. */
  String name();

  /** Goes it once, from nothing but the document and what is installed. */
  Round round() throws IOException, InterruptedException;

  /**
   * One time.
   *
   * @param buildMillis from the document to what can be started
   * @param startMillis from the start of the process to the answer to tools/list
   * @param peakMegabytes of the most demanding step, descendants included
   * @param remark what else is to be said of it; empty when nothing
   */
  record Round(double buildMillis, double startMillis, double peakMegabytes, String remark) {
    double millis() {
      return buildMillis + startMillis;
    }
  }
}
