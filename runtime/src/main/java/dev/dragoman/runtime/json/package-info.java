/** Reads JSON, within bounds if it is untrusted, and writes JSON. */
@NullMarked
package dev.dragoman.runtime.json;

import org.jspecify.annotations.NullMarked;
