/** Assembles the tools of one API. */
@NullMarked
package dev.dragoman.runtime.tool.api;

import org.jspecify.annotations.NullMarked;
