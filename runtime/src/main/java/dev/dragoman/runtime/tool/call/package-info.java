/**
 * Reads the arguments of a call of an operation: values as they are meant, files in place of their
 * paths.
 */
@NullMarked
package dev.dragoman.runtime.tool.call;

import org.jspecify.annotations.NullMarked;
