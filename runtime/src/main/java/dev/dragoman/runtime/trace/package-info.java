/** The trace that a call belongs to, as its client names it (W3C Trace Context). */
@NullMarked
package dev.dragoman.runtime.trace;

import org.jspecify.annotations.NullMarked;
