/** Requests to the API and its responses: the contract between tools and the HTTP client. */
@NullMarked
package dev.dragoman.runtime.execute;

import org.jspecify.annotations.NullMarked;
