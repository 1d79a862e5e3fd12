package dev.dragoman.generator.emit;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file of the output: where it belongs and what it holds. */
public final class GeneratedFile {

  /** The root a file lies below. */
  public enum Root {
    SOURCES,
    RESOURCES,
    /** For people: neither compiled nor packed. */
    REPORTS
  }

  private final Root root;
  private final String path;
  private final byte[] bytes;

  /**
   * A file.
   *
   * @param path below its root, with slashes
   */
  public GeneratedFile(Root root, String path, byte[] bytes) {
    this.root = Objects.requireNonNull(root);
    this.path = Objects.requireNonNull(path);
    this.bytes = bytes.clone();
  }

  /** A file of text, in UTF-8. */
  public static GeneratedFile text(Root root, String path, String text) {
    return new GeneratedFile(root, path, text.getBytes(StandardCharsets.UTF_8));
  }

  public Root root() {
    return root;
  }

  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return root + " " + path;
  }
}
