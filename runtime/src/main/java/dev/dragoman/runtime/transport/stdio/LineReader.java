package dev.dragoman.runtime.transport.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines of bounded length. */
final class LineReader {
  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[16 * 1024];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;

  /**
   * Creates a reader.
   *
   * @param maxBytes maximum length of a line, without its end
   */
  LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The result of {@link #next}. */
  enum Found {
    LINE,
    /** A line longer than allowed; it was read and discarded. */
    LONG_LINE,
    END
  }

  /** Reads up to the end of the next line. */
  Found next() throws IOException {
    line.reset();
    boolean tooLong = false;
    boolean any = false;
    boolean complete = false;
    while (!complete && fill()) {
      any = true;
      int end = indexOfNewline();
      int upTo = end < 0 ? limit : end;
      tooLong |= upTo - position > maxBytes - line.size();
      if (!tooLong) {
        line.write(buffer, position, upTo - position);
      }
      complete = end >= 0;
      position = complete ? end + 1 : limit;
    }
    if (tooLong) {
      return Found.LONG_LINE;
    }
    return any ? Found.LINE : Found.END;
  }

  /** The last line, without its end. */
  byte[] line() {
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
    }
    return position < limit;
  }

  private int indexOfNewline() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
