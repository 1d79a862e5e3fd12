/**
 * Tools as defined by the Model Context Protocol: descriptors, calls, results and questions to the
 * user.
 */
@NullMarked
package dev.dragoman.runtime.mcp.tool;

import org.jspecify.annotations.NullMarked;
