/** The measuring commands that the bench script runs. */
@NullMarked
package dev.dragoman.benchmarks;

import org.jspecify.annotations.NullMarked;
