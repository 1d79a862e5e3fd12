/** Runs a generated server. */
@NullMarked
package dev.dragoman.runtime.server;

import org.jspecify.annotations.NullMarked;
