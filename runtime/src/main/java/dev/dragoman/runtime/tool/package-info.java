/** The tools of a generated server: search, execute and feedback. */
@NullMarked
package dev.dragoman.runtime.tool;

import org.jspecify.annotations.NullMarked;
