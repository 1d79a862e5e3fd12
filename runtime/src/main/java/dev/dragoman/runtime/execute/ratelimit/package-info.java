/**
 * Reads what a response says about rate limits: {@code Retry-After} and the header fields for
 * limits under their many names. Retries and the advice for agents use the same reading.
 */
@NullMarked
package dev.dragoman.runtime.execute.ratelimit;

import org.jspecify.annotations.NullMarked;
