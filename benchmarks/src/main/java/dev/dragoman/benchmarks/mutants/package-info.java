/** Breaks real documents: each mutant must become a server or be refused. */
@NullMarked
package dev.dragoman.benchmarks.mutants;

import org.jspecify.annotations.NullMarked;
