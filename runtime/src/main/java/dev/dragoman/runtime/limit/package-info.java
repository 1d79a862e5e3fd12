/** Limits for the work that untrusted input may cause. */
@NullMarked
package dev.dragoman.runtime.limit;

import org.jspecify.annotations.NullMarked;
