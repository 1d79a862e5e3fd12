/** Normalizes the parts that only OpenAPI 3.0, 3.1 and 3.2 have. */
@NullMarked
package dev.dragoman.generator.spec.openapi3;

import org.jspecify.annotations.NullMarked;
