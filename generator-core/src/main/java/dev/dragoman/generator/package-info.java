/**
 * The generator: from a document to the files of a server.
 *
 * <p>{@code Generator} is the entry point for plugin and command line. It reads a {@code SpecInput}
 * and plans it ({@code PlannedApi}), has the emitters print the files ({@code Generation}) and
 * writes them. {@code LockAcceptance}, {@code OutputCheck}, {@code ApiDescription} and {@code
 * DocumentDiff} use the same steps for other purposes.
 */
@NullMarked
package dev.dragoman.generator;

import org.jspecify.annotations.NullMarked;
