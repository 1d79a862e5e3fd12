package dev.dragoman.runtime.search.rank;

/**
 * How much each part of the ranking counts, against the words' own score of 0 to 1.
 *
 * @param title how well the query covers summary and path, and they the query
 * @param method the operation's method is the one that the request's verb asks for
 * @param shape the operation's path is of the kind that the request asks for
 * @param head the noun that the request's verb is about is what the operation's path ends in
 * @param segment cost of each segment of the path
 * @param self a request about the one who asks, and an operation about the same
 * @param deprecated cost of being deprecated
 * @param literal weight of a word in a quoted string or the like, against 1 of others
 * @param usualVerb weight of the API's own verb in the place of one that it does not know
 * @param preciseVerb weight of the API's own verb where the request's says less than the request,
 *     and what is taken from the weight of that
 * @param synonym weight of what stands for a word, besides the word itself
 * @param synonymTerms clauses of more terms are long: no other word is needed to stand for one
 * @param meaning weight of what words mean against the words, 0 to 1, where the server knows both
 * @param meaningLong the same in a request of {@code clauseWords}, whose meaning is that of
 *     everything in it at once, while its words are many; in between the weight is in between
 * @param meaningFit weight of method and path beside words and meaning
 * @param meaningPhrase weight of the phrase that an operation is most like against the whole
 *     request, 0 to 1, in requests that are not short
 * @param clauseWords queries of more words are split into clauses
 * @param clause weight of the best clause against the whole query, 0 to 1
 * @param producerWords queries of fewer words name one step, and are shown no producers
 * @param producersAfter how many hits stand before the first producer
 * @param producers of how many hits producers are shown, and how many at most
 */
public record RankingWeights(
    double title,
    double method,
    double shape,
    double head,
    double segment,
    double self,
    double deprecated,
    double literal,
    double usualVerb,
    double preciseVerb,
    double synonym,
    int synonymTerms,
    double meaning,
    double meaningLong,
    double meaningFit,
    double meaningPhrase,
    int clauseWords,
    double clause,
    int producerWords,
    int producersAfter,
    int producers) {
  /** What was measured to be good, and flat around: see docs/decisions/search-ranking.md. */
  public static final RankingWeights DEFAULT =
      new RankingWeights(
          1, 0.15, 0.08, 0.1, 0.015, 0.3, 0.2, 0.4, 0.5, 0.5, 0.25, 4, 0.65, 0.5, 0.7, 0.4, 24, 0.7,
          7, 3, 2);
}
