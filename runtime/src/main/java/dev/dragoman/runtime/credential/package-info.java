/** API credentials that the operator provides for callers with an access token. */
@NullMarked
package dev.dragoman.runtime.credential;

import org.jspecify.annotations.NullMarked;
