/** Measures how build and start time grow with the number of operations. */
@NullMarked
package dev.dragoman.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
