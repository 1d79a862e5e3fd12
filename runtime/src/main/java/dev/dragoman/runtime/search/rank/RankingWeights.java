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
      builder()
          .title(1)
          .method(0.15)
          .shape(0.08)
          .head(0.1)
          .segment(0.015)
          .self(0.3)
          .deprecated(0.2)
          .literal(0.4)
          .usualVerb(0.5)
          .preciseVerb(0.5)
          .synonym(0.25)
          .synonymTerms(4)
          .meaning(0.65)
          .meaningLong(0.5)
          .meaningFit(0.7)
          .meaningPhrase(0.4)
          .clauseWords(24)
          .clause(0.7)
          .producerWords(7)
          .producersAfter(3)
          .producers(2)
          .build();

  /** Starts weights of 0. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects weights by name: in a list of 21 numbers nobody sees which is which. */
  public static final class Builder {
    private double title;
    private double method;
    private double shape;
    private double head;
    private double segment;
    private double self;
    private double deprecated;
    private double literal;
    private double usualVerb;
    private double preciseVerb;
    private double synonym;
    private int synonymTerms;
    private double meaning;
    private double meaningLong;
    private double meaningFit;
    private double meaningPhrase;
    private int clauseWords;
    private double clause;
    private int producerWords;
    private int producersAfter;
    private int producers;

    private Builder() {}

    public Builder title(double value) {
      title = value;
      return this;
    }

    public Builder method(double value) {
      method = value;
      return this;
    }

    public Builder shape(double value) {
      shape = value;
      return this;
    }

    public Builder head(double value) {
      head = value;
      return this;
    }

    public Builder segment(double value) {
      segment = value;
      return this;
    }

    public Builder self(double value) {
      self = value;
      return this;
    }

    public Builder deprecated(double value) {
      deprecated = value;
      return this;
    }

    public Builder literal(double value) {
      literal = value;
      return this;
    }

    public Builder usualVerb(double value) {
      usualVerb = value;
      return this;
    }

    public Builder preciseVerb(double value) {
      preciseVerb = value;
      return this;
    }

    public Builder synonym(double value) {
      synonym = value;
      return this;
    }

    public Builder synonymTerms(int value) {
      synonymTerms = value;
      return this;
    }

    public Builder meaning(double value) {
      meaning = value;
      return this;
    }

    public Builder meaningLong(double value) {
      meaningLong = value;
      return this;
    }

    public Builder meaningFit(double value) {
      meaningFit = value;
      return this;
    }

    public Builder meaningPhrase(double value) {
      meaningPhrase = value;
      return this;
    }

    public Builder clauseWords(int value) {
      clauseWords = value;
      return this;
    }

    public Builder clause(double value) {
      clause = value;
      return this;
    }

    public Builder producerWords(int value) {
      producerWords = value;
      return this;
    }

    public Builder producersAfter(int value) {
      producersAfter = value;
      return this;
    }

    public Builder producers(int value) {
      producers = value;
      return this;
    }

    public RankingWeights build() {
      return new RankingWeights(
          title,
          method,
          shape,
          head,
          segment,
          self,
          deprecated,
          literal,
          usualVerb,
          preciseVerb,
          synonym,
          synonymTerms,
          meaning,
          meaningLong,
          meaningFit,
          meaningPhrase,
          clauseWords,
          clause,
          producerWords,
          producersAfter,
          producers);
    }
  }
}
