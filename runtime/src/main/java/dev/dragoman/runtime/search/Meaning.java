package dev.dragoman.runtime.search;

/** What operations and requests mean, besides their words. */
final class Meaning {
  /** Below this likeness to everything a request without a known word is about something else. */
  private static final float LEAST = 0.25f;

  private final OperationVectors vectors;
  private final SentenceEncoder encoder;

  Meaning(OperationVectors vectors, SentenceEncoder encoder) {
    this.vectors = vectors;
    this.encoder = encoder;
  }

  /**
   * The weighted mean of the words' scores and of the likeness of meaning, the best of each brought
   * to 1, the least likeness to 0; and how well each operation fits, for those that share no word
   * with the request have no part of that in their score for words.
   *
   * @param words the score of each operation for its words, none below 0
   * @param weight of the likeness, 0 to 1
   * @param fits what method and path add
   */
  float[] blended(String text, float[] words, double weight, float[] fits) {
    float[] like = vectors.similarities(encoder.encode(spelled(text)));
    float mostWords = most(words, 0);
    float mostLike = most(like, -1);
    if (mostWords == 0 && mostLike < LEAST) {
      return words;
    }
    float leastLike = mostLike;
    for (float one : like) {
      leastLike = Math.min(leastLike, one);
    }
    float range = Math.max(mostLike - leastLike, Float.MIN_NORMAL);
    float[] blended = new float[words.length];
    for (int i = 0; i < blended.length; i++) {
      float byMeaning = (like[i] - leastLike) / range;
      float byWords = mostWords == 0 ? 0 : words[i] / mostWords;
      double both = weight * byMeaning + (1 - weight) * byWords;
      blended[i] = (float) Math.max(0, both + fits[i]);
    }
    return blended;
  }

  /** Case, punctuation and blanks do not change what a request means. */
  private static String spelled(String text) {
    return String.join(" ", Tokenizer.query(Literals.masked(text)));
  }

  private static float most(float[] values, float least) {
    float most = least;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
