package dev.dragoman.runtime.search;

import java.util.List;

/** The words of a query as terms of the index. */
final class Lexicon {
  /** Shorter parts are found in almost any word by chance. */
  private static final int SHORTEST_PART = 3;

  private final IndexData index;

  Lexicon(IndexData index) {
    this.index = index;
  }

  /** The terms that a word stands for; none if the index knows neither it nor parts of it. */
  List<Integer> terms(String word) {
    int whole = index.term(Stemmer.stem(word));
    return whole >= 0 ? List.of(whole) : parts(word);
  }

  /** {@code createissue}, as {@code createIssue} reads in lower case, is create and issue. */
  private List<Integer> parts(String word) {
    for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
      int head = index.term(Stemmer.stem(word.substring(0, cut)));
      if (head >= 0) {
        List<Integer> tail = tail(word.substring(cut));
        if (!tail.isEmpty()) {
          return java.util.stream.Stream.concat(java.util.stream.Stream.of(head), tail.stream())
              .toList();
        }
      }
    }
    return List.of();
  }

  private List<Integer> tail(String word) {
    int whole = index.term(Stemmer.stem(word));
    return whole >= 0 ? List.of(whole) : parts(word);
  }
}
