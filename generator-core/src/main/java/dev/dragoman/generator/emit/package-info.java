/** The files that emitters create and the writer writes. */
@NullMarked
package dev.dragoman.generator.emit;

import org.jspecify.annotations.NullMarked;
