/** Reads responses of the API within bounds of size and memory, and masks credentials in them. */
@NullMarked
package dev.dragoman.runtime.execute.response;

import org.jspecify.annotations.NullMarked;
