/**
 * The contract: all that generated code, and a tool written by hand beside it, compiles against.
 *
 * <p>Everything behind it (guard, search, transports, …) may change without generated code being
 * written again.
 */
@NullMarked
package dev.dragoman.runtime;

import org.jspecify.annotations.NullMarked;
