/** The tools of one API, put together. */
@NullMarked
package dev.dragoman.runtime.tool.api;

import org.jspecify.annotations.NullMarked;
