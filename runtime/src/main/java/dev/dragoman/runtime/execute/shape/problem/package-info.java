/**
 * Shortens long error bodies to what an agent can act on: the API's own messages, codes and
 * locations, without stack traces, markup and echoes of the request.
 */
@NullMarked
package dev.dragoman.runtime.execute.shape.problem;

import org.jspecify.annotations.NullMarked;
