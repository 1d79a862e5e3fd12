package dev.dragoman.runtime.search.vector;

import dev.dragoman.runtime.search.text.Literals;
import dev.dragoman.runtime.search.text.Phrases;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.util.Arrays;
import java.util.List;

/** What operations and requests mean, besides their words. */
public final class SemanticScores {
  /** Below this likeness to everything a request without a known word is about something else. */
  private static final float LEAST = 0.25f;

  private final OperationVectors vectors;
  private final SentenceEncoder encoder;

  public SemanticScores(OperationVectors vectors, SentenceEncoder encoder) {
    this.vectors = vectors;
    this.encoder = encoder;
  }

  /**
   * How like in meaning each operation is to a request, by ordinal, from −1 to 1: to the whole of
   * it, and to that phrase of it which it is most like.
   *
   * @param phrases weight of the phrase, 0 to 1
   */
  public float[] likeness(String text, double phrases) {
    // Case, punctuation and blanks do not change what a request means.
    List<String> words = Tokenizer.query(Literals.masked(text));
    float[] like = vectors.similarities(encoder.encode(String.join(" ", words)));
    List<String> parts = phrases > 0 ? Phrases.of(words) : List.of();
    if (parts.size() < 2) {
      return like;
    }
    float[] best = new float[like.length];
    Arrays.fill(best, -1);
    for (String part : parts) {
      float[] likePart = vectors.similarities(encoder.encode(part));
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], likePart[i]);
      }
    }
    for (int i = 0; i < like.length; i++) {
      like[i] += (float) phrases * (best[i] - like[i]);
    }
    return like;
  }

  /**
   * The weighted mean of the words' scores and of the likeness of meaning, the best of each brought
   * to 1, the least likeness to 0; and how well each operation fits, for those that share no word
   * with the request have no part of that in their score for words.
   *
   * @param like the likeness of each operation
   * @param words the score of each operation for its words, none below 0
   * @param weight of the likeness, 0 to 1
   * @param fits what method and path add
   */
  public static float[] blended(float[] like, float[] words, double weight, float[] fits) {
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

  private static float most(float[] values, float least) {
    float most = least;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
