/** Checks OAuth access tokens: as JWTs by the issuer's keys, or by asking the issuer. */
@NullMarked
package dev.dragoman.runtime.auth.oauth;

import org.jspecify.annotations.NullMarked;
