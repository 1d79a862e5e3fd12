/** Message digests. */
@NullMarked
package dev.dragoman.runtime.digest;

import org.jspecify.annotations.NullMarked;
