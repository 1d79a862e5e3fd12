/** Credentials for the API that the operator gives to callers who came with an access token. */
@NullMarked
package dev.dragoman.runtime.credential;

import org.jspecify.annotations.NullMarked;
