package dev.dragoman.runtime.paging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query parameters that are never taken from an API's URL, because they say who calls, for whom
 * or by which method.
 *
 * @param names those of the API, in lower case: of keys in the query, and of organizations
 */
public record ReservedNames(Set<String> names) {
  /** Only those of every API. */
  public static final ReservedNames USUAL = new ReservedNames(Set.of());

  /** Names of credentials and of method overrides, without hyphens and underscores. */
  private static final Set<String> OF_EVERY_API =
      Set.of(
          "accesstoken",
          "apikey",
          "apitoken",
          "assertion",
          "authorization",
          "authtoken",
          "clientsecret",
          "httpmethod",
          "idtoken",
          "jwt",
          "oauthtoken",
          "password",
          "refreshtoken",
          "secret",
          "sessiontoken",
          "sig",
          "signature",
          "xapikey",
          "xhttpmethod",
          "xhttpmethodoverride");

  /** Frameworks of the web read the method of a request from this parameter. */
  private static final String METHOD = "_method";

  /** The parameters of signed URLs of clouds. */
  private static final Set<String> SIGNED = Set.of("x-amz-", "x-goog-", "oauth_");

  public ReservedNames {
    names =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a parameter, or a member of the object that it is a part of, has such a name. */
  public boolean contain(QueryPart part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    return names.contains(name)
        || SIGNED.stream().anyMatch(name::startsWith)
        || Arrays.stream(name.split("[\\[\\].:]+")).anyMatch(this::isReserved)
        || hasMember(part.value());
  }

  private boolean isReserved(String word) {
    return names.contains(word)
        || word.equals(METHOD)
        || OF_EVERY_API.contains(word.replaceAll("[-_]", ""));
  }

  /** JSON in a value, which the API may parse. */
  private boolean hasMember(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return (text.startsWith("{") || text.startsWith("["))
        && names.stream().anyMatch(name -> text.contains("\"" + name + "\""));
  }
}
