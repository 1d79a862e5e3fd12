/**
 * An API as described by its document: differences between versions are removed, schemas are kept
 * as they are.
 *
 * <p>Every value has its location, so that later stages can report problems with file, line and
 * column.
 */
@NullMarked
package dev.dragoman.generator.model;

import org.jspecify.annotations.NullMarked;
