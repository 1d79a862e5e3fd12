package dev.dragoman.benchmarks.answers;

import java.nio.charset.StandardCharsets;

/**
 * Estimates the number of tokens of a text without a model's vocabulary.
 *
 * <p>One token per 3.3 bytes of UTF-8, which is a cautious estimate: in the search results that
 * were examined, the vocabularies o200k_base and cl100k_base have 3.4 to 4 bytes per token. Prose
 * has four to five; names, brackets and punctuation tokenize poorly.
 */
final class Tokens {
  private static final double BYTES_PER_TOKEN = 3.3;

  private Tokens() {}

  static int of(String text) {
    return (int) Math.ceil(text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN);
  }
}
