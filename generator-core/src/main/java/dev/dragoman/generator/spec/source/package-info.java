/** The files of a document, and the references between them. */
@NullMarked
package dev.dragoman.generator.spec.source;

import org.jspecify.annotations.NullMarked;
