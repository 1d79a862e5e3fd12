/** The versions of libraries that the runtime works with. */
@NullMarked
package dev.dragoman.runtime.library;

import org.jspecify.annotations.NullMarked;
