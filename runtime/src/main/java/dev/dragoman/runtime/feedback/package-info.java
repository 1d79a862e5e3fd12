/** Agents' reports about the server itself, and their storage. */
@NullMarked
package dev.dragoman.runtime.feedback;

import org.jspecify.annotations.NullMarked;
