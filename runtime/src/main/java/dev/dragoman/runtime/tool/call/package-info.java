/**
 * Prepares a call of an operation, from the agent's arguments to the request.
 *
 * <p>{@code CallPreparation} is the entry point. {@code CallReader} interprets each value by its
 * schema, fills in the permit's organization, replaces file paths by contents and validates the
 * result; the generated handler then writes the request, and {@code IdempotencyKeys} adds a key if
 * the operation takes one. The result is one {@code PreparedCall}, which later steps use without
 * reading the agent's input again.
 */
@NullMarked
package dev.dragoman.runtime.tool.call;

import org.jspecify.annotations.NullMarked;
