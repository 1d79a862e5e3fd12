/** Leaves an API alone that does not answer, without harm to calls that it does answer. */
@NullMarked
package dev.dragoman.runtime.execute.breaker;

import org.jspecify.annotations.NullMarked;
