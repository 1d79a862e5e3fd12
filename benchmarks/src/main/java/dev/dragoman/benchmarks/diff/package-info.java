/** Evaluates the comparison of documents with real versions, mutations and another tool. */
@NullMarked
package dev.dragoman.benchmarks.diff;

import org.jspecify.annotations.NullMarked;
