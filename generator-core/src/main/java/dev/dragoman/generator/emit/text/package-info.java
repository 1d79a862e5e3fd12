/** Prints files for people from templates. The only package that uses mustache. */
@NullMarked
package dev.dragoman.generator.emit.text;

import org.jspecify.annotations.NullMarked;
