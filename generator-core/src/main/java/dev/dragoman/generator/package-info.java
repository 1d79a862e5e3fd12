/** The generator: from a document to the files of a server. */
@NullMarked
package dev.dragoman.generator;

import org.jspecify.annotations.NullMarked;
