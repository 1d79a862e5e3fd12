package dev.dragoman.runtime.execute.credential;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpOther;
import java.util.regex.Pattern;

/**
 * Writes the value of the header that carries a credential, including the prefix that the scheme
 * requires.
 */
final class SchemeValue {
  /**
   * {@code auth-scheme SP …} (RFC 9110, section 11.4), as opposed to parameters of a scheme, which
   * start with a name and an equals sign.
   */
  private static final Pattern OWN_SCHEME =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+ +[\\x21-\\x7E].*");

  private static final Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/=_-]+)");

  private SchemeValue() {}

  /** The value for a scheme other than Basic. */
  static String of(SecurityScheme scheme, String secret) {
    if (scheme.isAuthorization() && OWN_SCHEME.matcher(secret).matches()) {
      return secret;
    }
    String prefix = prefix(scheme);
    return prefix.isEmpty() || isPrefixed(prefix, secret)
        ? secret
        : prefix + (joinsDirectly(prefix) ? "" : " ") + secret;
  }

  private static String prefix(SecurityScheme scheme) {
    if (scheme instanceof ApiKey key) {
      return key.prefix();
    }
    return scheme instanceof HttpOther other ? other.scheme() : "Bearer";
  }

  /** Names of authentication schemes are case-insensitive (RFC 9110, section 11.1). */
  private static boolean isPrefixed(String prefix, String secret) {
    return secret.regionMatches(true, 0, prefix, 0, prefix.length())
        && (joinsDirectly(prefix) || secret.startsWith(" ", prefix.length()));
  }

  private static boolean joinsDirectly(String prefix) {
    return prefix.endsWith("=") || prefix.endsWith(":");
  }

  /** The value after {@code Basic}, if the credential was given with that word and in Base64. */
  static String withoutBasic(String secret) {
    var given = BASIC.matcher(secret);
    return given.matches() ? given.group(1) : secret;
  }
}
