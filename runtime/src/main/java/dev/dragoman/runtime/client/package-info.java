/**
 * Calls of an API's operations from Java: by tools that are written by hand, and by programs that
 * are not servers. Generated clients are built on {@link dev.dragoman.runtime.client.ApiClient}.
 */
@NullMarked
package dev.dragoman.runtime.client;

import org.jspecify.annotations.NullMarked;
