/** Access decisions. Only this package creates a {@link dev.dragoman.runtime.guard.Permit}. */
@NullMarked
package dev.dragoman.runtime.guard;

import org.jspecify.annotations.NullMarked;
