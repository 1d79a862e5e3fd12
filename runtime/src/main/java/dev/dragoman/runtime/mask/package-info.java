/** Removes credentials from text before it reaches a model or a file. */
@NullMarked
package dev.dragoman.runtime.mask;

import org.jspecify.annotations.NullMarked;
