package dev.dragoman.runtime.tool;

import java.util.ArrayList;
import java.util.List;

/** Collects lines up to a number of bytes and records the names of those that do not fit. */
public final class BoundedLines {
  private final StringBuilder text = new StringBuilder();
  private final List<String> leftOut = new ArrayList<>();
  private int free;

  public BoundedLines(int maxBytes) {
    free = maxBytes;
  }

  /** Adds a line if all of it fits; otherwise records its name and returns false. */
  public boolean line(String name, String line) {
    int bytes = ForeignText.bytes(line) + 1;
    if (bytes > free) {
      leaveOut(name);
      return false;
    }
    free -= bytes;
    text.append(line).append('\n');
    return true;
  }

  /** Records the name of an omitted item. */
  public void leaveOut(String name) {
    leftOut.add(name);
  }

  /** Whether the remaining space is too small for another line. */
  public boolean isFull() {
    return free < 100;
  }

  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
