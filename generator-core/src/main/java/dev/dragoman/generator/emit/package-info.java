/** What emitters hand to the writer. */
@NullMarked
package dev.dragoman.generator.emit;

import org.jspecify.annotations.NullMarked;
