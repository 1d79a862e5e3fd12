/**
 * Tools as the Model Context Protocol has them: descriptors, calls, results and questions to the
 * user.
 */
@NullMarked
package dev.dragoman.runtime.mcp.tool;

import org.jspecify.annotations.NullMarked;
