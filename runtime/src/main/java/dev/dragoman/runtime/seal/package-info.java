/** Seals what clients carry for the server between two calls. */
@NullMarked
package dev.dragoman.runtime.seal;

import org.jspecify.annotations.NullMarked;
