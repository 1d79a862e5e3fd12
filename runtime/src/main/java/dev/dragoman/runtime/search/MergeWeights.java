package dev.dragoman.runtime.search;

/**
 * How the hits of several indexes are merged.
 *
 * @param affinity how much an index gains from each word that is more frequent in it than in the
 *     others, or loses from a rarer one
 * @param smoothing the share of operations that counts as having any word; keeps words of few
 *     operations from deciding alone
 * @param named the factor of an index that the query names; large enough to come before all others
 */
record MergeWeights(double affinity, double smoothing, double named) {
  /** Measured as good: see docs/decisions/several-apis.md. */
  static final MergeWeights DEFAULT = new MergeWeights(0.1, 0.02, 1e12);
}
