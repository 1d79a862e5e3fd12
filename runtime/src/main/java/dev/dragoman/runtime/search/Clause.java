package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.WordLists.Intent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is asked for.
 *
 * @param terms weight of each term, in the order of the words
 * @param intent what its verb asks for
 * @param plural whether it asks for all or several of a kind
 * @param single whether it asks for one of a kind
 * @param firstPerson whether it speaks of the one who asks
 */
record Clause(
    Map<Integer, Double> terms,
    Optional<Intent> intent,
    boolean plural,
    boolean single,
    boolean firstPerson) {
  private static final Set<String> ALL = Set.of("all", "every", "many", "each");
  private static final Set<String> ONE =
      Set.of("a", "an", "one", "single", "specific", "particular", "details", "detail");

  static Clause of(String text, Lexicon lexicon, double literalWeight) {
    List<String> plain = Tokenizer.query(Literals.masked(text));
    List<String> all = Tokenizer.query(text);
    Map<Integer, Double> terms = new LinkedHashMap<>();
    add(plain, 1, lexicon, terms);
    if (literalWeight > 0 || terms.isEmpty()) {
      add(all, terms.isEmpty() ? 1 : literalWeight, lexicon, terms);
    }
    Set<String> words = new HashSet<>(plain);
    Optional<Intent> intent =
        plain.stream().filter(WordLists.VERBS::containsKey).findFirst().map(WordLists.VERBS::get);
    return new Clause(
        terms,
        intent,
        words.stream().anyMatch(ALL::contains),
        words.stream().anyMatch(ONE::contains),
        words.stream().anyMatch(WordLists.FIRST_PERSON::contains));
  }

  private static void add(
      List<String> words, double weight, Lexicon lexicon, Map<Integer, Double> terms) {
    for (String word : words) {
      if (Analyser.hasTopic(word)) {
        lexicon.terms(word).forEach(term -> terms.putIfAbsent(term, weight));
      }
    }
  }
}
