/**
 * Prints the data of a server: catalog, schemas, search index and vectors.
 *
 * <p>The formats are written by the runtime's own classes, so that writer and reader are always of
 * the same version.
 */
@NullMarked
package dev.dragoman.generator.emit.resource;

import org.jspecify.annotations.NullMarked;
