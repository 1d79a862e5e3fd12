/** Measures how well and how fast search finds the operations that tasks need. */
@NullMarked
package dev.dragoman.benchmarks.search;

import org.jspecify.annotations.NullMarked;
