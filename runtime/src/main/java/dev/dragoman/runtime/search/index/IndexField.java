package dev.dragoman.runtime.search.index;

import dev.dragoman.runtime.search.text.Analyzer;
import dev.dragoman.runtime.search.text.Tokenizer;
import dev.dragoman.runtime.search.text.WordLists;
import java.util.List;
import java.util.regex.Pattern;

/** The searchable texts of an operation, and the weight of words in each of them. */
enum IndexField {
  PATH(2.0, 0.3),
  ID(1.0, 0.3),
  TAGS(1.0, 0.3),
  SUMMARY(2.5, 0.5),
  DESCRIPTION(1.0, 0.75),
  PARAMETERS(0.4, 0.75),
  BODY(0.4, 0.75),
  KEYWORDS(2.5, 0);

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*\\}");

  /** How many words of a description are searched: the rest is conditions and examples. */
  private static final int DESCRIPTION_WORDS = 60;

  /** The weight of one occurrence. */
  final double weight;

  /** How strongly the field's length reduces the weight, 0 to 1 (BM25's b). */
  final double lengthNorm;

  IndexField(double weight, double lengthNorm) {
    this.weight = weight;
    this.lengthNorm = lengthNorm;
  }

  /** The stems of the field's topical words, in order. */
  List<String> stems(IndexedOperation operation) {
    return Analyzer.stems(
        switch (this) {
          case PATH -> pathWords(operation.path());
          case ID -> Tokenizer.document(operation.id());
          case TAGS -> Tokenizer.document(String.join(" ", operation.tags()));
          case SUMMARY -> Tokenizer.document(operation.summary());
          case DESCRIPTION -> firstWords(operation.description());
          case PARAMETERS -> Tokenizer.document(String.join(" ", operation.parameters()));
          case BODY -> Tokenizer.document(String.join(" ", operation.bodyFields()));
          case KEYWORDS -> Tokenizer.document(String.join(" ", operation.keywords()));
        });
  }

  /** The words of a path's literal parts; its parameters are a separate field. */
  private static List<String> pathWords(String path) {
    return Tokenizer.document(PARAMETER.matcher(path).replaceAll(" "));
  }

  /**
   * The stem of the resource at the end of a path: the last word of its last literal segment that
   * is not a verb; empty if there is none.
   */
  static String subject(String path) {
    String[] segments = PARAMETER.matcher(path).replaceAll(" ").split("/", -1);
    for (int i = segments.length - 1; i >= 0; i--) {
      List<String> words = Tokenizer.document(segments[i]);
      if (!words.isEmpty() && !WordLists.VERBS.containsKey(words.get(0))) {
        List<String> stems = Analyzer.stems(words);
        return stems.isEmpty() ? "" : stems.get(stems.size() - 1);
      }
    }
    return "";
  }

  private static List<String> firstWords(String description) {
    List<String> words = Tokenizer.document(description);
    return words.subList(0, Math.min(DESCRIPTION_WORDS, words.size()));
  }
}
