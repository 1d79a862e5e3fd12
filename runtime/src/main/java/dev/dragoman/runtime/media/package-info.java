/**
 * Media types: what they are called, which one of several is chosen, and how values are represented
 * in them.
 */
@NullMarked
package dev.dragoman.runtime.media;

import org.jspecify.annotations.NullMarked;
