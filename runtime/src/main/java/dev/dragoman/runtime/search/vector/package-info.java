/** Sentence vectors of operations and queries, for servers with semantic search. */
@NullMarked
package dev.dragoman.runtime.search.vector;

import org.jspecify.annotations.NullMarked;
