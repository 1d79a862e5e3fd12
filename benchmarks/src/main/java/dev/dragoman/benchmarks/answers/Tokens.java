package dev.dragoman.benchmarks.answers;

import java.nio.charset.StandardCharsets;

/**
 * How many tokens of a language model a text is, without that model's own vocabulary.
 *
 * <p>One token for 3.3 bytes of UTF-8: more than the vocabularies o200k_base and cl100k_base make
 * of any answer of search that was looked at, which have 3.4 to 4 bytes a token. Prose has four to
 * five; names, brackets and punctuation are dearer.
 */
final class Tokens {
  private static final double BYTES_PER_TOKEN = 3.3;

  private Tokens() {}

  static int of(String text) {
    return (int) Math.ceil(text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN);
  }
}
