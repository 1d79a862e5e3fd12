/** Takes credentials out of text that leaves for a model or a file. */
@NullMarked
package dev.dragoman.runtime.mask;

import org.jspecify.annotations.NullMarked;
