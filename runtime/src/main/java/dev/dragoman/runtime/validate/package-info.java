/** Checks what an agent gave, and what the API answered, against the schemas of the document. */
@NullMarked
package dev.dragoman.runtime.validate;

import org.jspecify.annotations.NullMarked;
