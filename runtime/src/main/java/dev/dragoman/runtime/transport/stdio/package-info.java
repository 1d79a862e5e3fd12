/** MCP over standard input and output: a message a line. */
@NullMarked
package dev.dragoman.runtime.transport.stdio;

import org.jspecify.annotations.NullMarked;
