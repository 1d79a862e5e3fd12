/** Looks into schemas: follows references, merges {@code allOf} and compares values. */
@NullMarked
package dev.dragoman.generator.plan.schema;

import org.jspecify.annotations.NullMarked;
