/** Checks whether the same document produces the same bytes wherever it is built. */
@NullMarked
package dev.dragoman.benchmarks.reproducible;

import org.jspecify.annotations.NullMarked;
