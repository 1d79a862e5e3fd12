/** Finds operations for an agent's query. */
@NullMarked
package dev.dragoman.runtime.search;

import org.jspecify.annotations.NullMarked;
