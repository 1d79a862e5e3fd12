/** The {@code search} tool: hits, and the full description of one operation. */
@NullMarked
package dev.dragoman.runtime.tool.search;

import org.jspecify.annotations.NullMarked;
