/** Measures what search answers: how long its text is, whether it suffices for a call. */
@NullMarked
package dev.dragoman.benchmarks.answers;

import org.jspecify.annotations.NullMarked;
