/** Normalizes the parts that only Swagger 2.0 has. */
@NullMarked
package dev.dragoman.generator.spec.swagger2;

import org.jspecify.annotations.NullMarked;
