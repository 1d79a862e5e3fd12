/** From a document to a server that runs, without Maven: generate, compile, pack. */
@NullMarked
package dev.dragoman.generator.cli;

import org.jspecify.annotations.NullMarked;
