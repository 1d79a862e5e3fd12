/** Calls of operations from Java, on behalf of a caller. */
@NullMarked
package dev.dragoman.runtime.tool.client;

import org.jspecify.annotations.NullMarked;
