package dev.dragoman.runtime.search;

/**
 * A ranked operation.
 *
 * @param ordinal the operation
 * @param score not below 0; comparable within one result only
 */
public record Hit(int ordinal, float score) {}
