/**
 * A validator for the JSON Schema dialects of OpenAPI (JSON Schema 2020-12, and the subsets of
 * OpenAPI 3.0 and Swagger 2.0).
 */
@NullMarked
package dev.dragoman.runtime.validate.schema;

import org.jspecify.annotations.NullMarked;
