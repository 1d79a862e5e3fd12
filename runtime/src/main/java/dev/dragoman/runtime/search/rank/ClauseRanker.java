package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.index.IndexData.Postings;
import dev.dragoman.runtime.search.index.OperationTraits;
import dev.dragoman.runtime.search.text.WordLists.Intent;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Scores every operation for one clause: by its words, and by how well its title, method and path
 * match the intent. Without a common word an operation scores 0.
 */
final class ClauseRanker {
  /** Minimum score of an operation that shares a word with the query. */
  private static final float LEAST = 1e-6f;

  /** How well a POST that reads fits a request to read, next to a GET. */
  private static final double READING_POST = 0.9;

  /** In a clause with more terms than this, the first person is a figure of speech. */
  private static final int TERMS_OF_SELF = 2;

  private final IndexData index;
  private final RankingWeights ranking;
  private final Clause clause;

  private final float[] words;
  private final float[] title;

  /** Sum of the terms' idf: the maximum for words or title. */
  private float total;

  private ClauseRanker(IndexData index, RankingWeights ranking, Clause clause) {
    this.index = index;
    this.ranking = ranking;
    this.clause = clause;
    words = new float[index.operations()];
    title = new float[index.operations()];
  }

  /** The score of each operation, by ordinal. */
  static float[] scores(IndexData index, RankingWeights ranking, Clause clause) {
    ClauseRanker ranker = new ClauseRanker(index, ranking, clause);
    for (Map.Entry<Integer, Double> term : clause.terms().entrySet()) {
      ranker.add(term.getKey(), index.idf(term.getKey()) * term.getValue().floatValue());
    }
    for (int ordinal = 0; ordinal < ranker.words.length; ordinal++) {
      ranker.words[ordinal] = ranker.score(ordinal);
    }
    return ranker.words;
  }

  /**
   * How well the operation that matches best has the clause's words, whatever its method and path:
   * those say which operation of an API is meant, not which API.
   *
   * @param idf of a term, in all operations that are compared, those of other indexes too
   * @param unknown the sum of the idf of the words that no operation of this index contains
   */
  static float best(
      IndexData index,
      RankingWeights ranking,
      Clause clause,
      ToDoubleFunction<String> idf,
      double unknown) {
    ClauseRanker ranker = new ClauseRanker(index, ranking, clause);
    ranker.total = (float) unknown;
    clause
        .terms()
        .forEach(
            (term, weight) ->
                ranker.add(term, (float) (idf.applyAsDouble(index.text(term)) * weight)));
    double best = 0;
    for (int ordinal = 0; ordinal < ranker.words.length; ordinal++) {
      best = Math.max(best, ranker.text(ordinal));
    }
    return (float) best;
  }

  /** The contribution of method and path to each operation's score, by ordinal. */
  static float[] fits(IndexData index, RankingWeights ranking, Clause clause) {
    ClauseRanker ranker = new ClauseRanker(index, ranking, clause);
    float[] fits = new float[index.operations()];
    for (int ordinal = 0; ordinal < fits.length; ordinal++) {
      fits[ordinal] = (float) (ranking.meaningFit() * ranker.fit(index.shape(ordinal)));
    }
    return fits;
  }

  private void add(int term, float idf) {
    total += idf;
    for (Postings postings = index.postings(term); postings.next(); ) {
      words[postings.ordinal()] += idf * postings.impact();
      title[postings.ordinal()] += postings.inTitle() ? idf : 0;
    }
  }

  private float score(int ordinal) {
    double text = text(ordinal);
    return text <= 0 ? 0 : (float) Math.max(LEAST, text + fit(index.shape(ordinal)));
  }

  /** The score by words alone; 0 if nothing matches. */
  private double text(int ordinal) {
    if (clause.terms().isEmpty()) {
      return topicless(ordinal);
    }
    if (words[ordinal] <= 0) {
      return 0;
    }
    double cover = 2 * title[ordinal] / (total + index.titleWeight(ordinal));
    double text = words[ordinal] / total + ranking.title() * cover;
    boolean isHead = clause.head() >= 0 && clause.head() == index.subject(ordinal);
    return isHead ? text + ranking.head() : text;
  }

  /** "Who am I": the simplest operation about the caller. */
  private double topicless(int ordinal) {
    boolean meant = clause.request().firstPerson() && index.shape(ordinal).self();
    return meant ? 1 / (1 + index.titleWeight(ordinal)) : 0;
  }

  private double fit(OperationTraits shape) {
    double fit = -ranking.segment() * shape.segments();
    if (shape.deprecated()) {
      fit -= ranking.deprecated();
    }
    if (shape.self() && clause.request().firstPerson() && clause.terms().size() <= TERMS_OF_SELF) {
      fit += ranking.self();
    }
    if (clause.request().intent().isPresent()) {
      Intent intent = clause.request().intent().get();
      fit += ranking.method() * methodFit(intent, shape);
      fit += pathFits(intent, shape) ? ranking.shape() : 0;
    }
    return fit;
  }

  private static double methodFit(Intent intent, OperationTraits shape) {
    OperationTraits.Method method = shape.method();
    if (shape.reads()) {
      return intent == Intent.READ || intent == Intent.LIST ? READING_POST : 0;
    }
    return switch (intent) {
      case READ, LIST -> method == OperationTraits.Method.GET ? 1 : 0;
      case CREATE -> method == OperationTraits.Method.POST ? 1 : 0;
      case UPDATE ->
          switch (method) {
            case PATCH -> 1;
            case PUT -> 0.9;
            case POST -> 0.3;
            default -> 0;
          };
      case PATCH ->
          method == OperationTraits.Method.PATCH
              ? 1
              : method == OperationTraits.Method.PUT ? 0.3 : 0;
      case REPLACE -> method == OperationTraits.Method.PUT ? 1 : 0;
      case DELETE -> method == OperationTraits.Method.DELETE ? 1 : 0;
      case ACT -> method == OperationTraits.Method.GET ? 0 : 1;
    };
  }

  private boolean pathFits(Intent intent, OperationTraits shape) {
    return switch (intent) {
      case LIST, CREATE -> !shape.onItem();
      case READ -> !clause.request().single() || shape.onItem();
      case UPDATE, PATCH, REPLACE, DELETE -> shape.onItem();
      case ACT -> false;
    };
  }
}
