/** Measures how soon a server responds. */
@NullMarked
package dev.dragoman.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
