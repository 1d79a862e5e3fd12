/** The protocol as clients see it, over every transport. */
@NullMarked
package dev.dragoman.runtime.protocol;

import org.jspecify.annotations.NullMarked;
