/** What several commands use for measurements: child processes, their memory, and medians. */
@NullMarked
package dev.dragoman.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
