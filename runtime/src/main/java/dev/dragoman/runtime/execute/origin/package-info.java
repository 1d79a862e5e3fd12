/** Where requests may go: the pinned origin, its limits and the addresses that are refused. */
@NullMarked
package dev.dragoman.runtime.execute.origin;

import org.jspecify.annotations.NullMarked;
