/** Finds operations for an agent's words. */
@NullMarked
package dev.dragoman.runtime.search;

import org.jspecify.annotations.NullMarked;
