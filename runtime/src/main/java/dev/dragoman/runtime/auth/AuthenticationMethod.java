package dev.dragoman.runtime.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way for a caller to say who it is. */
public enum AuthenticationMethod {
  /** Without any credential: may search, and call what needs none. */
  ANONYMOUS,
  /** With a key of the API as bearer token; it goes on to the API. */
  API_KEY,
  /** With an access token for this server; it goes nowhere else. */
  OAUTH;

  /** The word in flags and variables: {@code anonymous}, {@code api-key}, {@code oauth}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The way a word names; empty for any other. */
  public static Optional<AuthenticationMethod> of(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
