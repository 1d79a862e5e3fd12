/** Requests to servers other than the API, with a time limit. */
@NullMarked
package dev.dragoman.runtime.outbound;

import org.jspecify.annotations.NullMarked;
