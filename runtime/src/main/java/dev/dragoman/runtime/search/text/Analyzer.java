package dev.dragoman.runtime.search.text;

import java.util.List;

/** Converts words to index terms: drops function words and numbers, and stems the rest. */
public final class Analyzer {
  private Analyzer() {}

  /** The stems of the words that have a topic. */
  public static List<String> stems(List<String> words) {
    return words.stream().filter(Analyzer::hasTopic).map(Stemmer::stem).toList();
  }

  /** Whether a word says what a text is about. */
  public static boolean hasTopic(String word) {
    return !WordLists.FUNCTION.contains(word) && !isNumber(word);
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
