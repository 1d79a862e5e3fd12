/** Sends requests to the API over HTTP. */
@NullMarked
package dev.dragoman.runtime.execute.http;

import org.jspecify.annotations.NullMarked;
