/** Values of schema keywords that are not of the type that JSON Schema gives them. */
@NullMarked
package dev.dragoman.generator.spec.keyword;

import org.jspecify.annotations.NullMarked;
