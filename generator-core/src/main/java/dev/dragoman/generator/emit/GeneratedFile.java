package dev.dragoman.generator.emit;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A generated file. Immutable. */
public final class GeneratedFile {

  /** The root folder of a file. */
  public enum Root {
    SOURCES,
    RESOURCES,
    /** Read by people; neither compiled nor packed. */
    REPORTS
  }

  private final Root root;
  private final String path;
  private final byte[] bytes;

  /**
   * Creates a file.
   *
   * @param path relative to its root, with slashes
   */
  public GeneratedFile(Root root, String path, byte[] bytes) {
    this.root = Objects.requireNonNull(root);
    this.path = Objects.requireNonNull(path);
    this.bytes = bytes.clone();
  }

  /** Creates a text file in UTF-8. */
  public static GeneratedFile text(Root root, String path, String text) {
    return new GeneratedFile(root, path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The root below which it is written. */
  public Root root() {
    return root;
  }

  /** The path relative to its root, with slashes. */
  public String path() {
    return path;
  }

  /** A copy of the contents. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The size in bytes. */
  public int size() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return root + " " + path;
  }
}
