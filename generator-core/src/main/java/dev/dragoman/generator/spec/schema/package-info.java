/** Normalizes schemas and collects the definitions they refer to. */
@NullMarked
package dev.dragoman.generator.spec.schema;

import org.jspecify.annotations.NullMarked;
