/** Reads untrusted JSON within bounds and writes JSON. */
@NullMarked
package dev.dragoman.runtime.json;

import org.jspecify.annotations.NullMarked;
