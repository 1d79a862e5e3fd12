package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.WordLists.Intent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is asked for.
 *
 * @param terms weight of each term, in the order of the words
 * @param intent what its verb asks for; empty when it has none
 * @param single whether it asks for one of a kind
 * @param firstPerson whether it speaks of the one who asks
 */
record Clause(
    Map<Integer, Double> terms, Optional<Intent> intent, boolean single, boolean firstPerson) {
  Clause {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  static Clause of(String text, Lexicon lexicon, Ranking ranking) {
    List<String> words = lexicon.parted(Tokenizer.query(Literals.masked(text)));
    List<String> withLiterals = lexicon.parted(Tokenizer.query(text));
    Map<Integer, Double> terms = new LinkedHashMap<>();
    add(words, 1, lexicon, terms);
    add(withLiterals, terms.isEmpty() ? 1 : ranking.literal(), lexicon, terms);
    Optional<Intent> intent = intent(words);
    int verb = terms.isEmpty() ? -1 : usualVerb(words, intent, lexicon);
    if (verb >= 0) {
      terms.putIfAbsent(verb, ranking.usualVerb());
    }
    return new Clause(
        terms, intent, anyIn(WordLists.ONE, words), anyIn(WordLists.FIRST_PERSON, words));
  }

  private static void add(
      List<String> words, double weight, Lexicon lexicon, Map<Integer, Double> terms) {
    for (String word : words) {
      int term = Analyser.hasTopic(word) ? lexicon.term(word) : -1;
      if (term >= 0 && weight > 0) {
        terms.putIfAbsent(term, weight);
      }
    }
  }

  /** The API's own word for what the first verb says, if it does not know that verb; or -1. */
  private static int usualVerb(List<String> words, Optional<Intent> intent, Lexicon lexicon) {
    for (String word : words) {
      if (WordLists.VERBS.containsKey(word)) {
        boolean unknown = Analyser.hasTopic(word) && lexicon.term(word) < 0;
        return unknown && intent.isPresent() ? lexicon.usualVerb(intent.get()) : -1;
      }
    }
    return -1;
  }

  /** The first verb tells: a known one, or any word that an object follows. */
  private static Optional<Intent> intent(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (WordLists.VERBS.containsKey(word)) {
        Intent intent = WordLists.VERBS.getOrDefault(word, Intent.ACT);
        boolean all = intent == Intent.READ && anyIn(WordLists.ALL, words);
        return Optional.of(all ? Intent.LIST : intent);
      }
      boolean objectFollows =
          i + 1 < words.size() && WordLists.DETERMINERS.contains(words.get(i + 1));
      if (objectFollows && Analyser.hasTopic(word)) {
        return Optional.of(Intent.ACT);
      }
    }
    return Optional.empty();
  }

  private static boolean anyIn(Set<String> list, Collection<String> words) {
    return !Collections.disjoint(list, words);
  }
}
