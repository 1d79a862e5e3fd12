/** Requests to the API and its responses: the types that callers of the upstream client see. */
@NullMarked
package dev.dragoman.runtime.execute;

import org.jspecify.annotations.NullMarked;
