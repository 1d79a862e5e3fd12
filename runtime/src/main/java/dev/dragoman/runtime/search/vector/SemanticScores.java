package dev.dragoman.runtime.search.vector;

import dev.dragoman.runtime.search.text.Literals;
import dev.dragoman.runtime.search.text.Phrases;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.util.Arrays;
import java.util.List;

/** Scores operations by meaning. */
public final class SemanticScores {
  /** Minimum similarity of a request without known words; below it, it is about something else. */
  private static final float LEAST = 0.25f;

  private final OperationVectors vectors;
  private final SentenceEncoder encoder;

  public SemanticScores(OperationVectors vectors, SentenceEncoder encoder) {
    this.vectors = vectors;
    this.encoder = encoder;
  }

  /**
   * The similarity of each operation to a request, by ordinal, from −1 to 1: to the whole request,
   * and to its most similar phrase.
   *
   * @param phrases weight of the phrase, 0 to 1
   */
  public float[] likeness(String text, double phrases) {
    // Case, punctuation and white space do not change the meaning of a request.
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
   * The weighted mean of the words' scores and the similarities, scaled so that the maximum of each
   * is 1 and the lowest similarity 0; and how well each operation fits, because the word score of
   * operations without a common word does not include it.
   *
   * @param like the similarity of each operation
   * @param words the word score of each operation, none negative
   * @param weight weight of the similarity, 0 to 1
   * @param fits the contribution of method and path
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
