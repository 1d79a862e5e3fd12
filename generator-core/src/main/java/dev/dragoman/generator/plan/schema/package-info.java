/** Looks into schemas. */
@NullMarked
package dev.dragoman.generator.plan.schema;

import org.jspecify.annotations.NullMarked;
