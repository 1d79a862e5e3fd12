/** Adds the caller's credential to a request as the security schemes of the operation require. */
@NullMarked
package dev.dragoman.runtime.execute.credential;

import org.jspecify.annotations.NullMarked;
