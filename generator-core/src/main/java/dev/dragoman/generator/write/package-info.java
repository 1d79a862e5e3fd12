/**
 * Writes generated files to disk: only those that changed, and either all of them or none.
 *
 * <p>{@code OutputWriter} compares the files with what is on disk and passes the changed ones to a
 * {@code FileSet}; {@code Manifest} lists what was written, and {@code State} records the inputs,
 * so that a build without changes does nothing.
 */
@NullMarked
package dev.dragoman.generator.write;

import org.jspecify.annotations.NullMarked;
