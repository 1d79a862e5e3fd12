/** Starts a server: flags, variables and the wiring of all other packages. */
@NullMarked
package dev.dragoman.runtime.app;

import org.jspecify.annotations.NullMarked;
