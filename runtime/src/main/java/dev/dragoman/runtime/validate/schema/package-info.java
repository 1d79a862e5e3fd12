/**
 * A validator for the JSON Schema dialects of OpenAPI (JSON Schema 2020-12, and the subsets of
 * OpenAPI 3.0 and Swagger 2.0).
 *
 * <p>{@code SchemaReader} turns a schema into a {@code Schema} with one {@code Assertion} per
 * keyword; {@code SchemaCache} keeps the named ones. A {@code Validation} applies them to one
 * value, within a work limit. What cannot be decided passes: a call that the API would accept must
 * not be refused because of a wrong document.
 */
@NullMarked
package dev.dragoman.runtime.validate.schema;

import org.jspecify.annotations.NullMarked;
