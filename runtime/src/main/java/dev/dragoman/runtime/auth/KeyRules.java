package dev.dragoman.runtime.auth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the keys of an API look like.
 *
 * @param prefixes how keys begin; empty when nothing is known. With token introspection they tell
 *     keys from access tokens
 * @param sandboxPrefixes how keys of the sandbox begin
 * @param sandbox name of the environment that those go to, and no other key
 * @param jwts whether a key may look like a JWT
 */
public record KeyRules(
    List<String> prefixes, List<String> sandboxPrefixes, String sandbox, boolean jwts) {
  /** Nothing is known of the keys, but that they are no JWTs. */
  public static final KeyRules UNKNOWN = new KeyRules(List.of(), List.of(), "sandbox", false);

  public KeyRules {
    prefixes = List.copyOf(prefixes);
    sandboxPrefixes = List.copyOf(sandboxPrefixes);
    Objects.requireNonNull(sandbox);
  }

  /** Whether a bearer token begins as a key does. */
  boolean isKey(String value) {
    return isSandboxKey(value) || begins(value, prefixes);
  }

  /** Whether a key is one of the sandbox. */
  boolean isSandboxKey(String value) {
    return begins(value, sandboxPrefixes);
  }

  /** The key may be given behind a word, as in {@code Token test_1}. */
  private static boolean begins(String value, List<String> prefixes) {
    return Stream.concat(Stream.of(value), JwtShape.words(value))
        .anyMatch(word -> prefixes.stream().anyMatch(word::startsWith));
  }
}
