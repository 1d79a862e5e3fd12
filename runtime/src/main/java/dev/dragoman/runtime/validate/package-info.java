/** Validates arguments and API responses against the document's schemas. */
@NullMarked
package dev.dragoman.runtime.validate;

import org.jspecify.annotations.NullMarked;
