/** The audit log: who called what, what the guard decided, and how the call ended. */
@NullMarked
package dev.dragoman.runtime.audit;

import org.jspecify.annotations.NullMarked;
