/**
 * Measures the results of search: how long their text is, and whether it is sufficient for a call.
 */
@NullMarked
package dev.dragoman.benchmarks.answers;

import org.jspecify.annotations.NullMarked;
