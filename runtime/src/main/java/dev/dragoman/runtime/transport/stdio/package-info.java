/**
 * MCP over standard input and output: one message per line.
 *
 * <p>{@code StdioTransport} reads lines and passes them to the {@code Conversation}; tool calls
 * become {@code RunningCalls}, whose responses the {@code LineWriter} writes whenever they are
 * ready.
 */
@NullMarked
package dev.dragoman.runtime.transport.stdio;

import org.jspecify.annotations.NullMarked;
