/** The catalog of operations: written by the generator at build time, read lazily. */
@NullMarked
package dev.dragoman.runtime.catalog;

import org.jspecify.annotations.NullMarked;
