package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.IndexData.Postings;
import dev.dragoman.runtime.search.WordLists.Intent;
import java.util.Map;

/** Scores every operation for one clause. */
final class ClauseRanker {
  private final IndexData index;
  private final Ranking ranking;

  ClauseRanker(IndexData index, Ranking ranking) {
    this.index = index;
    this.ranking = ranking;
  }

  /** Score of each operation by ordinal; 0 where nothing speaks for it. */
  float[] scores(Clause clause) {
    float[] words = new float[index.operations()];
    float[] title = new float[index.operations()];
    float total = 0;
    for (Map.Entry<Integer, Double> term : clause.terms().entrySet()) {
      float idf = index.idf(term.getKey()) * term.getValue().floatValue();
      total += idf;
      Postings postings = index.postings(term.getKey());
      while (postings.next()) {
        words[postings.ordinal()] += idf * postings.impact();
        title[postings.ordinal()] += postings.inTitle() ? idf : 0;
      }
    }
    for (int i = 0; i < words.length; i++) {
      boolean self = clause.firstPerson() && index.shape(i).self();
      if (words[i] > 0 || (self && clause.terms().isEmpty())) {
        double cover = 2 * title[i] / (total + index.titleWeight(i) + 1e-6);
        double text = words[i] / (total + 1e-6) + ranking.title() * cover;
        words[i] = (float) Math.max(1e-6, text + adjustment(clause, index.shape(i)));
      }
    }
    return words;
  }

  private double adjustment(Clause clause, Shape shape) {
    double score = 1 - ranking.segment() * shape.segments();
    score -= shape.deprecated() ? ranking.deprecated() : 0;
    score += clause.firstPerson() && shape.self() ? ranking.self() : 0;
    if (clause.intent().isPresent()) {
      Intent intent = clause.intent().get();
      score += ranking.method() * methodFit(intent, shape);
      score += ranking.shape() * shapeFit(intent, clause, shape);
    }
    return score - 1;
  }

  private static double methodFit(Intent intent, Shape shape) {
    return switch (intent) {
      case READ, LIST -> shape.method() == Shape.Method.GET ? 1 : 0;
      case CREATE -> shape.method() == Shape.Method.POST ? 1 : 0;
      case UPDATE ->
          switch (shape.method()) {
            case PATCH -> 1;
            case PUT -> 0.9;
            case POST -> 0.3;
            default -> 0;
          };
      case REPLACE -> shape.method() == Shape.Method.PUT ? 1 : 0;
      case DELETE -> shape.method() == Shape.Method.DELETE ? 1 : 0;
    };
  }

  private static double shapeFit(Intent intent, Clause clause, Shape shape) {
    boolean list = intent == Intent.LIST || clause.plural();
    boolean fits =
        switch (intent) {
          case LIST -> !shape.onItem();
          case READ -> list ? !shape.onItem() : !clause.single() || shape.onItem();
          case CREATE -> !shape.onItem();
          case UPDATE, REPLACE, DELETE -> shape.onItem();
        };
    return fits ? 1 : 0;
  }
}
