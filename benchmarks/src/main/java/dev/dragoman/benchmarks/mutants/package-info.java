/** Real documents with something broken in them: each becomes a server or is refused. */
@NullMarked
package dev.dragoman.benchmarks.mutants;

import org.jspecify.annotations.NullMarked;
