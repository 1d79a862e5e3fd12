package dev.dragoman.generator.problem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document.
 *
 * <p>Every value of a document has one, so it is kept small: the pointer is put together when it is
 * asked for, from the place that holds this one and the step that leads here.
 */
public final class Location {
  private final String file;
  private final int line;
  private final int column;
  private final @Nullable Location holder;

  /** A member's name or an item's index when there is a holder, else a whole pointer. */
  private final Object step;

  /**
   * A place whose pointer is known.
   *
   * @param file the file as the user named it; for a file that is referred to, its name beside that
   *     one
   * @param line from 1; 0 when unknown
   * @param column from 1; 0 when unknown
   * @param pointer JSON pointer (RFC 6901) of the value; empty for the whole document
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

  /** The file as a whole. */
  public static Location file(String file) {
    return new Location(file, 0, 0, "");
  }

  /** The place of a member of the object that stands here. */
  public Location member(String name, int memberLine, int memberColumn) {
    return new Location(file, memberLine, memberColumn, this, name);
  }

  /** The place of an item of the array that stands here. */
  public Location item(int index, int itemLine, int itemColumn) {
    return new Location(file, itemLine, itemColumn, this, index);
  }

  public String file() {
    return file;
  }

  /** From 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** From 1; 0 when unknown. */
  public int column() {
    return column;
  }

  /** JSON pointer (RFC 6901) of the value; empty for the whole document. */
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
