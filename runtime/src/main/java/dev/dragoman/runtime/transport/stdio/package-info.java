/** MCP over standard input and output: one message per line. */
@NullMarked
package dev.dragoman.runtime.transport.stdio;

import org.jspecify.annotations.NullMarked;
