/** Values of mock responses: names that identify items, variations of a sample, request bodies. */
@NullMarked
package dev.dragoman.runtime.execute.mock.value;

import org.jspecify.annotations.NullMarked;
