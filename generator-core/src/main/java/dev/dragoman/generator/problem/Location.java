package dev.dragoman.generator.problem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A location in a document.
 *
 * <p>Every value of a document has one, so it is kept small: the pointer is computed on demand from
 * the containing location and the last step.
 */
public final class Location {
  private final String file;
  private final int line;
  private final int column;
  private final @Nullable Location holder;

  /** A member's name or an item's index if there is a container, otherwise a complete pointer. */
  private final Object step;

  /**
   * Creates a location with a known pointer.
   *
   * @param file the file as named by the user; for a referenced file, its name relative to that one
   * @param line starting at 1; 0 if unknown
   * @param column starting at 1; 0 if unknown
   * @param pointer JSON pointer (RFC 6901) of the value; empty for the complete document
   */
  public Location(String file, int line, int column, String pointer) {
    this(file, line, column, null, pointer);
  }

  private Location(String file, int line, int column, @Nullable Location holder, Object step) {
    this.file = Objects.requireNonNull(file);
    this.line = line;
    this.column = column;
    this.holder = holder;
    this.step = Objects.requireNonNull(step);
  }

  /** The complete file. */
  public static Location file(String file) {
    return new Location(file, 0, 0, "");
  }

  /** The location of a member of the object at this location. */
  public Location member(String name, int memberLine, int memberColumn) {
    return new Location(file, memberLine, memberColumn, this, name);
  }

  /** The location of an item of the array at this location. */
  public Location item(int index, int itemLine, int itemColumn) {
    return new Location(file, itemLine, itemColumn, this, index);
  }

  /** The file, as named in messages. */
  public String file() {
    return file;
  }

  /** The line, starting at 1; 0 if unknown. */
  public int line() {
    return line;
  }

  /** The column, starting at 1; 0 if unknown. */
  public int column() {
    return column;
  }

  /** JSON pointer (RFC 6901) of the value; empty for the complete document. */
  public String pointer() {
    Deque<Object> steps = new ArrayDeque<>();
    Location place = this;
    while (place.holder != null) {
      steps.push(place.step);
      place = place.holder;
    }
    StringBuilder pointer = new StringBuilder(place.step.toString());
    for (Object step : steps) {
      pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** {@code file:line:column (#pointer)}, without the parts that are unknown. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line + ":" + column : file;
    String pointer = pointer();
    return pointer.isEmpty() ? place : place + " (#" + pointer + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Location that
        && line == that.line
        && column == that.column
        && file.equals(that.file)
        && pointer().equals(that.pointer());
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, line, column);
  }
}
