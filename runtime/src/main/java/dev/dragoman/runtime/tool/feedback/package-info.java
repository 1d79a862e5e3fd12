/** The {@code submit_mcp_feedback} tool. */
@NullMarked
package dev.dragoman.runtime.tool.feedback;

import org.jspecify.annotations.NullMarked;
