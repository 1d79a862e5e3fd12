/** Prints what is for people, from templates. The only place that knows mustache. */
@NullMarked
package dev.dragoman.generator.emit.text;

import org.jspecify.annotations.NullMarked;
