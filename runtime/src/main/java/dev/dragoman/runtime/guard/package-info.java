/** Who may run what. The only place that can make a {@link dev.dragoman.runtime.guard.Permit}. */
@NullMarked
package dev.dragoman.runtime.guard;

import org.jspecify.annotations.NullMarked;
