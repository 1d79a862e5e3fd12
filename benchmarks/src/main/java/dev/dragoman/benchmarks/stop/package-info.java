/** Checks whether calls are lost or duplicated when a server is stopped. */
@NullMarked
package dev.dragoman.benchmarks.stop;

import org.jspecify.annotations.NullMarked;
