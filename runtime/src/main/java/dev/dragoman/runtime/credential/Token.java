package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import java.time.Duration;

/**
 * A token for the API.
 *
 * @param value the token
 * @param lifetime for how long it is valid from now on
 */
record Token(Secret value, Duration lifetime) {}
