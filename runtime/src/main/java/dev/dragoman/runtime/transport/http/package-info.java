/** MCP over Streamable HTTP: what is decided about a request, whichever server receives it. */
@NullMarked
package dev.dragoman.runtime.transport.http;

import org.jspecify.annotations.NullMarked;
