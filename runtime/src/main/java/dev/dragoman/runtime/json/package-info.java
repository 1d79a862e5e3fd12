/** Reading JSON that others wrote, within bounds. */
@NullMarked
package dev.dragoman.runtime.json;

import org.jspecify.annotations.NullMarked;
