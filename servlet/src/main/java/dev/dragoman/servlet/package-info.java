/** A generated MCP server as a Jakarta servlet. */
@NullMarked
package dev.dragoman.servlet;

import org.jspecify.annotations.NullMarked;
