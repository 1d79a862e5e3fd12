package dev.dragoman.runtime.search.rank;

/**
 * A ranked operation.
 *
 * @param ordinal the operation
 * @param score not negative; comparable within one result only
 */
public record Hit(int ordinal, float score) {}
