/** MCP over Streamable HTTP, on Jetty. */
@NullMarked
package dev.dragoman.runtime.transport.http;

import org.jspecify.annotations.NullMarked;
