/** Finds text that a person and a model would read differently, or that addresses the model. */
@NullMarked
package dev.dragoman.generator.spec.text;

import org.jspecify.annotations.NullMarked;
