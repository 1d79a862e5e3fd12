/** Figures of the project's own structure. */
@NullMarked
package dev.dragoman.benchmarks.structure;

import org.jspecify.annotations.NullMarked;
