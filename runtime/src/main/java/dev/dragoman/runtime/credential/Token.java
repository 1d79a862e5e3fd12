package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import java.time.Duration;

/**
 * A token for the API.
 *
 * @param value the token
 * @param lifetime the remaining lifetime
 */
record Token(Secret value, Duration lifetime) {}
