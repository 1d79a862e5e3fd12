package dev.dragoman.runtime.tool.searchlog;

import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Literals;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a query that may be recorded: no quoted text, links, addresses, numbers, identifiers
 * or names.
 */
final class QueryWords {
  static final int MOST = 12;
  static final int LONGEST = 30;

  /** A word with punctuation around it; anything else is data. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{Punct}‘’“”]*(\\p{L}[\\p{L}\\p{M}'’-]*)[\\p{Punct}‘’“”…]*");

  private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}\\p{M}*[\\p{Ll}'’].*");

  private QueryWords() {}

  /** The words in lower case and in order, at most twelve; function words are omitted. */
  static List<String> of(String query) {
    List<String> words = new ArrayList<>();
    String[] parts = Literals.masked(query).strip().split("\\s+", -1);
    for (int i = 0; i < parts.length; i++) {
      var matcher = WORD.matcher(parts[i]);
      if (matcher.matches() && !isName(matcher.group(1), i)) {
        Tokenizer.query(matcher.group(1)).stream()
            .filter(word -> word.length() > 1 && word.length() <= LONGEST)
            .filter(word -> Analyzer.hasTopic(word) && !words.contains(word))
            .forEach(words::add);
      }
    }
    return List.copyOf(words.subList(0, Math.min(MOST, words.size())));
  }

  /**
   * Whether a word is probably the name of a person or company: capitalized inside a query, or a
   * genitive. {@code VM} is not.
   */
  private static boolean isName(String word, int position) {
    boolean genitive = word.matches(".*['’]s");
    return CAPITALIZED.matcher(word).matches() && (position > 0 || genitive);
  }
}
