/** Responses generated from the examples and schemas of the API's document. */
@NullMarked
package dev.dragoman.runtime.execute.mock;

import org.jspecify.annotations.NullMarked;
