/** What several commands measure with: child processes, their memory, medians. */
@NullMarked
package dev.dragoman.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
