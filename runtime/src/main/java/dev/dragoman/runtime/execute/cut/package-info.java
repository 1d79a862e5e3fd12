/** Cuts values that are too long to be shown, so that the rest can be requested. */
@NullMarked
package dev.dragoman.runtime.execute.cut;

import org.jspecify.annotations.NullMarked;
