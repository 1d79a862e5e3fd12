/** Measures how a server behaves if its API fails. */
@NullMarked
package dev.dragoman.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
