/** Ranks operations for a query. */
@NullMarked
package dev.dragoman.runtime.search.rank;

import org.jspecify.annotations.NullMarked;
