/** Requests to servers that are not the API: waited for no longer than said. */
@NullMarked
package dev.dragoman.runtime.client;

import org.jspecify.annotations.NullMarked;
