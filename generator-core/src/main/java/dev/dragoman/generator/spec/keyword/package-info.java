/** Corrects schema keywords whose values do not have the type that JSON Schema requires. */
@NullMarked
package dev.dragoman.generator.spec.keyword;

import org.jspecify.annotations.NullMarked;
