/** The items that callers have created, changed and deleted in mock mode. */
@NullMarked
package dev.dragoman.runtime.execute.mock.state;

import org.jspecify.annotations.NullMarked;
