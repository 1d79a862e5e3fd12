/**
 * The files of a document, and the references between them.
 *
 * <p>{@code SourceFiles} opens files and enforces which ones may be opened, {@code References}
 * finds targets, and {@code ReadFiles} records the digest of every input.
 */
@NullMarked
package dev.dragoman.generator.spec.source;

import org.jspecify.annotations.NullMarked;
