package dev.dragoman.runtime.transport.stdio;

import java.io.IOException;
import java.io.OutputStream;

/** Writes complete lines, one at a time, until it is closed or the reader has disconnected. */
final class LineWriter {
  private final OutputStream out;
  private boolean closed;

  LineWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a line and its end at once, so that concurrent responses do not mix. */
  synchronized void write(byte[] line) {
    if (closed) {
      return;
    }
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      // The reader has disconnected; the end of input follows.
      closed = true;
    }
  }

  /** Prevents further output. */
  synchronized void close() {
    closed = true;
  }
}
