/** Measures the overhead of a server per call, and how many calls it can handle. */
@NullMarked
package dev.dragoman.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
