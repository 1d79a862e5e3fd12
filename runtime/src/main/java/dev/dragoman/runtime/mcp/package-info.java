/** The Model Context Protocol in both of its variants, independent of transports and tools. */
@NullMarked
package dev.dragoman.runtime.mcp;

import org.jspecify.annotations.NullMarked;
