/** The {@code execute} tool: from the permit to the result. */
@NullMarked
package dev.dragoman.runtime.tool.execute;

import org.jspecify.annotations.NullMarked;
