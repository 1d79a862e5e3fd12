package dev.dragoman.runtime.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way for a caller to authenticate. */
public enum AuthenticationMethod {
  /** Without a credential: can search, and call operations that need none. */
  ANONYMOUS,
  /** With an API key as bearer token, which is forwarded to the API. */
  API_KEY,
  /** With an access token for this server, which is not forwarded. */
  OAUTH;

  /** The name in flags and variables: {@code anonymous}, {@code api-key}, {@code oauth}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The method with the given name; empty if there is none. */
  public static Optional<AuthenticationMethod> of(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
