package dev.dragoman.runtime.search;

/**
 * How much each part of the ranking counts, beside the words' own score of 0 to 1.
 *
 * @param title how well the query covers summary and path, and they the query
 * @param method the verb's method is the operation's
 * @param shape the path is of the kind that the request asks for
 * @param segment cost of each segment of the path
 * @param self the request is about the one who asks, and so is the operation
 * @param deprecated cost of being deprecated
 * @param literal weight of a word in a quoted string or the like, against 1 of others
 * @param clauseWords queries of more words are split into clauses
 * @param clause weight of the best clause against the whole query, 0 to 1
 * @param producersAfter how many hits stand before the first producer
 */
public record Ranking(
    double title,
    double method,
    double shape,
    double segment,
    double self,
    double deprecated,
    double literal,
    int clauseWords,
    double clause,
    int producersAfter) {
  /** What was measured to be best. */
  public static final Ranking DEFAULT =
      new Ranking(0.5, 0.15, 0.08, 0.01, 0.2, 0.2, 0.15, 18, 0.6, 3);
}
