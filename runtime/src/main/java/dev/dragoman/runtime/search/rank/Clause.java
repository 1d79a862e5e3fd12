package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Literals;
import dev.dragoman.runtime.search.text.Stemmer;
import dev.dragoman.runtime.search.text.Tokenizer;
import dev.dragoman.runtime.search.text.WordLists;
import dev.dragoman.runtime.search.text.WordLists.Intent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request in a query.
 *
 * @param terms weight of each term, in word order
 * @param request its grammar
 * @param head the term of the verb's object; -1 if there is none
 */
record Clause(Map<Integer, Double> terms, QueryGrammar request, int head) {
  Clause {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  static Clause of(String text, Lexicon lexicon, RankingWeights ranking) {
    List<String> words = lexicon.parted(Tokenizer.query(Literals.masked(text)));
    List<String> withLiterals = lexicon.parted(Tokenizer.query(text));
    Map<Integer, Double> terms = new LinkedHashMap<>();
    add(words, 1, lexicon, terms);
    add(withLiterals, terms.isEmpty() ? 1 : ranking.literal(), lexicon, terms);
    if (terms.size() <= ranking.synonymTerms()) {
      addSynonyms(words, lexicon, ranking.synonym(), terms);
    }
    QueryGrammar request = QueryGrammar.of(words);
    if (!terms.isEmpty()) {
      verb(request, lexicon, ranking, terms);
    }
    return new Clause(terms, request, request.head().isEmpty() ? -1 : lexicon.term(request.head()));
  }

  /** The stems of a request's words that no operation contains, each once. */
  static List<String> unknown(String text, Lexicon lexicon) {
    return lexicon.parted(Tokenizer.query(Literals.masked(text))).stream()
        .filter(word -> Analyzer.hasTopic(word) && lexicon.term(word) < 0)
        .map(Stemmer::stem)
        .distinct()
        .toList();
  }

  private static void add(
      List<String> words, double weight, Lexicon lexicon, Map<Integer, Double> terms) {
    for (String word : words) {
      int term = Analyzer.hasTopic(word) ? lexicon.term(word) : -1;
      if (term >= 0 && weight > 0) {
        terms.putIfAbsent(term, weight);
      }
    }
  }

  private static void addSynonyms(
      List<String> words, Lexicon lexicon, double weight, Map<Integer, Double> terms) {
    for (String word : words) {
      int term = Analyzer.hasTopic(word) ? lexicon.synonym(word) : -1;
      if (term >= 0 && weight > 0) {
        terms.putIfAbsent(term, weight);
      }
    }
  }

  /**
   * Adds the API's own verb for the intent if the request's verb does not express it: because the
   * API does not use that verb, or because the verb alone says less than the whole request ("get
   * all", "partially update").
   */
  private static void verb(
      QueryGrammar request, Lexicon lexicon, RankingWeights ranking, Map<Integer, Double> terms) {
    String verb = request.verb();
    Intent said = WordLists.VERBS.get(verb);
    if (said == null || request.intent().isEmpty() || !Analyzer.hasTopic(verb)) {
      return;
    }
    Intent meant = request.intent().get();
    int term = lexicon.term(verb);
    int usual = term < 0 || said != meant ? lexicon.usualVerb(meant) : -1;
    if (usual >= 0 && term < 0) {
      terms.putIfAbsent(usual, ranking.usualVerb());
    } else if (usual >= 0 && ranking.preciseVerb() > 0) {
      terms.put(term, 1 - ranking.preciseVerb());
      terms.merge(usual, ranking.preciseVerb(), Math::max);
    }
  }
}
