/**
 * Sends requests to the API over HTTP: redirects, retries and the caller's credential.
 *
 * <p>{@code EnvironmentExecutor} chooses the sender of the caller's environment. Its {@code
 * HttpExecutor} resolves the URL below the pinned origin, adds the credential, waits for a place at
 * the origin, and runs one exchange after another until {@code RetryPolicy} accepts the response.
 */
@NullMarked
package dev.dragoman.runtime.execute.http;

import org.jspecify.annotations.NullMarked;
