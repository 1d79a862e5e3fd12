/** Checks whether callers notice that another caller is hostile, for any length of time. */
@NullMarked
package dev.dragoman.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
