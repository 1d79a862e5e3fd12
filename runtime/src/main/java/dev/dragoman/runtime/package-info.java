/**
 * The contract: everything that generated code, and hand-written tools beside it, compiles against.
 *
 * <p>Everything behind it (guard, search, transports, …) may change without regenerating code.
 */
@NullMarked
package dev.dragoman.runtime;

import org.jspecify.annotations.NullMarked;
