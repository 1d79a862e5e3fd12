package dev.dragoman.runtime.transport.stdio;

import java.io.IOException;
import java.io.OutputStream;

/** Writes lines whole, one at a time, until it is closed or the reader is gone. */
final class LineWriter {
  private final OutputStream out;
  private boolean closed;

  LineWriter(OutputStream out) {
    this.out = out;
  }

  synchronized void write(byte[] line) {
    if (closed) {
      return;
    }
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      // Nobody reads any more; the end of input will follow.
      closed = true;
    }
  }

  /** Lets nothing more out. */
  synchronized void close() {
    closed = true;
  }
}
