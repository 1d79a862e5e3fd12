package dev.dragoman.runtime.search.vector;

/**
 * Turns a text into a vector: texts that mean alike point in like directions. Thread-safe, and the
 * same text gives the same vector. An optional module brings one, found by {@link
 * java.util.ServiceLoader}; making it may take a second.
 */
public interface SentenceEncoder {

  /** What tells it from encoders whose vectors cannot be compared with its own. */
  String name();

  /** The vector, of length 1. */
  float[] encode(String text);
}
