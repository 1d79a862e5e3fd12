/** Builds a runnable server from a document without Maven: generates, compiles and packs it. */
@NullMarked
package dev.dragoman.generator.cli;

import org.jspecify.annotations.NullMarked;
