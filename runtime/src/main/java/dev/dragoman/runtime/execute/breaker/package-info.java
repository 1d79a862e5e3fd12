/** Circuit breakers: suspends calls that fail repeatedly, without affecting other calls. */
@NullMarked
package dev.dragoman.runtime.execute.breaker;

import org.jspecify.annotations.NullMarked;
