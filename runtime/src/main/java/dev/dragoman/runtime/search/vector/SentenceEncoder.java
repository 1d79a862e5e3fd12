package dev.dragoman.runtime.search.vector;

/**
 * Converts text to a vector: texts with similar meaning have similar directions. Thread-safe and
 * deterministic. Provided by an optional module and found by {@link java.util.ServiceLoader};
 * creating it may take a second.
 */
public interface SentenceEncoder {

  /** Distinguishes it from encoders whose vectors are not comparable with its own. */
  String name();

  /** The vector, of length 1. */
  float[] encode(String text);
}
