package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.index.IndexLayout;
import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Stemmer;
import dev.dragoman.runtime.search.text.WordLists;
import dev.dragoman.runtime.search.text.WordLists.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The vocabulary of the index. */
public final class Lexicon {
  /** Shorter parts occur in almost any word by chance. */
  private static final int SHORTEST_PART = 3;

  /**
   * Maximum number of words in a name; also bounds the work for a word built to have many parts.
   */
  private static final int MOST_PARTS = 3;

  private final IndexData index;

  public Lexicon(IndexData index) {
    this.index = index;
  }

  /** The term of a word; -1 if no operation contains it. */
  int term(String word) {
    return index.term(Stemmer.stem(word));
  }

  /** The number of operations that contain a word. */
  public int frequency(String word) {
    int term = term(word);
    return term < 0 ? 0 : index.frequency(term);
  }

  /** The term for the synonyms of a word; -1 if the API uses none of them. */
  int synonym(String word) {
    return index.term(IndexLayout.SYNONYM + Stemmer.stem(word));
  }

  /** The most frequent verb of this API for an intent; -1 if it has none. */
  int usualVerb(Intent intent) {
    int usual = -1;
    int most = 0;
    for (Map.Entry<String, Intent> verb : WordLists.VERBS.entrySet()) {
      int term = verb.getValue() == intent ? term(verb.getKey()) : -1;
      int operations = term < 0 ? 0 : index.frequency(term);
      if (operations > most || (operations == most && operations > 0 && term < usual)) {
        most = operations;
        usual = term;
      }
    }
    return usual;
  }

  /**
   * Splits each unknown word that consists of known words into its parts: {@code createissue}, the
   * lower-case form of {@code createIssue}, becomes create and issue.
   */
  List<String> parted(List<String> words) {
    List<String> parted = new ArrayList<>();
    for (String word : words) {
      boolean whole = !Analyzer.hasTopic(word) || isKnown(word);
      List<String> parts = whole ? List.of() : parts(word, MOST_PARTS);
      parted.addAll(parts.isEmpty() ? List.of(word) : parts);
    }
    return parted;
  }

  /** The longest known head with a known or divisible rest. */
  private List<String> parts(String word, int most) {
    for (int cut = word.length() - SHORTEST_PART; most > 1 && cut >= SHORTEST_PART; cut--) {
      if (isKnown(word.substring(0, cut))) {
        String rest = word.substring(cut);
        List<String> tail = isKnown(rest) ? List.of(rest) : parts(rest, most - 1);
        if (!tail.isEmpty()) {
          List<String> parts = new ArrayList<>(List.of(word.substring(0, cut)));
          parts.addAll(tail);
          return parts;
        }
      }
    }
    return List.of();
  }

  private boolean isKnown(String word) {
    return Analyzer.hasTopic(word) && (WordLists.VERBS.containsKey(word) || term(word) >= 0);
  }
}
