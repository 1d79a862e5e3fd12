/** Puts generated files on disk: only what changed, and never half of it. */
@NullMarked
package dev.dragoman.generator.write;

import org.jspecify.annotations.NullMarked;
