/** Waiting: a read is repeated until a field of its response has one of some values. */
@NullMarked
package dev.dragoman.runtime.tool.wait;

import org.jspecify.annotations.NullMarked;
