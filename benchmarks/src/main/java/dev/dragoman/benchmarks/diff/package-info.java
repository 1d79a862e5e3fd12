/** Judges the comparison of documents: real versions, mutations, another tool beside it. */
@NullMarked
package dev.dragoman.benchmarks.diff;

import org.jspecify.annotations.NullMarked;
