/**
 * Media types: their names, the choice of one of several, and the representation of values in them.
 */
@NullMarked
package dev.dragoman.runtime.media;

import org.jspecify.annotations.NullMarked;
