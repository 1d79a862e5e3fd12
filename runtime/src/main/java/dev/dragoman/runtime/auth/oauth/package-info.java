/** Verifies OAuth access tokens: as JWTs with the issuer's keys, or by introspection. */
@NullMarked
package dev.dragoman.runtime.auth.oauth;

import org.jspecify.annotations.NullMarked;
