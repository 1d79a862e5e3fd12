package dev.dragoman.runtime.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a request into its phrases, at the words that connect them: "a review", "a movie" and "the
 * collection" in a request about a review of a movie from the collection.
 */
public final class Phrases {
  private Phrases() {}

  /** The phrases, in order. */
  public static List<String> of(List<String> words) {
    List<String> phrases = new ArrayList<>();
    List<String> phrase = new ArrayList<>();
    boolean named = false;
    for (String word : words) {
      if (named && WordLists.TIES.contains(word)) {
        phrases.add(String.join(" ", phrase));
        phrase.clear();
        named = false;
      } else {
        phrase.add(word);
        named |= Analyzer.hasTopic(word) && !WordLists.VERBS.containsKey(word);
      }
    }
    if (named) {
      phrases.add(String.join(" ", phrase));
    }
    return phrases;
  }
}
