/**
 * Shapes responses of the API for a model: within a number of characters, with advice about
 * failures.
 */
@NullMarked
package dev.dragoman.runtime.execute.shape;

import org.jspecify.annotations.NullMarked;
