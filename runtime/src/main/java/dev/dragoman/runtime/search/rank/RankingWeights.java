package dev.dragoman.runtime.search.rank;

/**
 * The weight of each part of the ranking, relative to the words' own score of 0 to 1.
 *
 * @param title how well the query covers summary and path, and vice versa
 * @param method the operation's method matches the request's verb
 * @param shape the operation's path is of the requested kind
 * @param head the object of the request's verb is the resource at the end of the path
 * @param segment cost of each path segment
 * @param self both the request and the operation are about the caller
 * @param deprecated cost of being deprecated
 * @param literal weight of a word in a quoted string or similar, compared to 1 for other words
 * @param usualVerb weight of the API's own verb in place of an unknown one
 * @param preciseVerb weight of the API's own verb if the request's verb says less than the request,
 *     and the reduction of that verb's weight
 * @param synonym weight of synonyms, compared to the word itself
 * @param synonymTerms clauses with more terms need no synonyms
 * @param meaning weight of meaning compared to words, 0 to 1, if the server has both
 * @param meaningLong the same for a request with {@code clauseWords}, whose meaning is that of all
 *     its steps at once, while its words are many; interpolated in between
 * @param meaningFit weight of method and path besides words and meaning
 * @param meaningPhrase weight of the phrase most similar to an operation compared to the whole
 *     request, 0 to 1, in requests that are not short
 * @param clauseWords queries with more words are split into clauses
 * @param clause weight of the best clause compared to the whole query, 0 to 1
 * @param producerWords queries with fewer words have a single step and get no producers
 * @param producersAfter number of hits before the first producer
 * @param producers number of hits for which producers are shown, and their maximum number
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
  /** Measured as good, and insensitive to small changes: see docs/decisions/search-ranking.md. */
  public static final RankingWeights DEFAULT =
      new RankingWeights(
          1, 0.15, 0.08, 0.1, 0.015, 0.3, 0.2, 0.4, 0.5, 0.5, 0.25, 4, 0.65, 0.5, 0.7, 0.4, 24, 0.7,
          7, 3, 2);
}
