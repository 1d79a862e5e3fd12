/** What the generator wrote down about each operation: written at build time, read lazily. */
@NullMarked
package dev.dragoman.runtime.catalog;

import org.jspecify.annotations.NullMarked;
