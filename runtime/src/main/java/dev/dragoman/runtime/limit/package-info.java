/** Bounds on the work that input of others may cause. */
@NullMarked
package dev.dragoman.runtime.limit;

import org.jspecify.annotations.NullMarked;
