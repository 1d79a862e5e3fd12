/** The Model Context Protocol, both of its eras, knowing neither transport nor tools. */
@NullMarked
package dev.dragoman.runtime.mcp;

import org.jspecify.annotations.NullMarked;
