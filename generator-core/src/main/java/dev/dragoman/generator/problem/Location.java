package dev.dragoman.generator.problem;

import java.util.Objects;

/**
 * A place in a document.
 *
 * @param file the file as the user named it, or relative to the document that refers to it
 * @param line from 1; 0 when unknown
 * @param column from 1; 0 when unknown
 * @param pointer JSON pointer (RFC 6901) of the value; empty for the whole document
 */
public record Location(String file, int line, int column, String pointer) {
  public Location {
    Objects.requireNonNull(file);
    Objects.requireNonNull(pointer);
  }

  /** The file as a whole. */
  public static Location file(String file) {
    return new Location(file, 0, 0, "");
  }

  /** {@code file:line:column (pointer)}, without the parts that are unknown. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line + ":" + column : file;
    return pointer.isEmpty() ? place : place + " (#" + pointer + ")";
  }
}
