/**
 * What connects an MCP server to an HTTP server that is not its own, such as a servlet container.
 */
@NullMarked
package dev.dragoman.runtime.server.http;

import org.jspecify.annotations.NullMarked;
