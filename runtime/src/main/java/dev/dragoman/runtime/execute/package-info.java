/** Runs an operation: sends its request to the API and shapes the answer. */
@NullMarked
package dev.dragoman.runtime.execute;

import org.jspecify.annotations.NullMarked;
