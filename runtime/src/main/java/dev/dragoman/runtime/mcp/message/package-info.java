/** JSON-RPC messages of the Model Context Protocol. */
@NullMarked
package dev.dragoman.runtime.mcp.message;

import org.jspecify.annotations.NullMarked;
