/**
 * Sentence vectors of a small model, for servers that want search to know words by their meaning.
 */
@NullMarked
package dev.dragoman.semantic;

import org.jspecify.annotations.NullMarked;
