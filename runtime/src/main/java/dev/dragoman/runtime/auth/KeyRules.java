package dev.dragoman.runtime.auth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The format of an API's keys.
 *
 * @param prefixes the prefixes of keys; empty if unknown. With token introspection they distinguish
 *     keys from access tokens
 * @param sandboxPrefixes the prefixes of sandbox keys
 * @param sandbox the name of the environment that accepts sandbox keys, and no others
 * @param jwts whether a key may look like a JWT
 */
public record KeyRules(
    List<String> prefixes, List<String> sandboxPrefixes, String sandbox, boolean jwts) {
  /** An unknown format, except that keys are not JWTs. */
  public static final KeyRules UNKNOWN = new KeyRules(List.of(), List.of(), "sandbox", false);

  public KeyRules {
    prefixes = List.copyOf(prefixes);
    sandboxPrefixes = List.copyOf(sandboxPrefixes);
    Objects.requireNonNull(sandbox);
  }

  /** Whether a bearer token starts with a key prefix. */
  boolean isKey(String value) {
    return isSandboxKey(value) || begins(value, prefixes);
  }

  /** Whether a key is a sandbox key. */
  boolean isSandboxKey(String value) {
    return begins(value, sandboxPrefixes);
  }

  /** The key may follow another word, as in {@code Token test_1}. */
  private static boolean begins(String value, List<String> prefixes) {
    return Stream.concat(Stream.of(value), JwtShape.words(value))
        .anyMatch(word -> prefixes.stream().anyMatch(word::startsWith));
  }
}
