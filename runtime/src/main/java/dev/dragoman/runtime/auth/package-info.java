/** Determines the caller: credentials and modes, read from headers or from the environment. */
@NullMarked
package dev.dragoman.runtime.auth;

import org.jspecify.annotations.NullMarked;
