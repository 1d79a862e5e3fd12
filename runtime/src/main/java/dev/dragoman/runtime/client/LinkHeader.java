package dev.dragoman.runtime.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Link} headers of a response (RFC 8288), as far as they concern pages.
 *
 * @param byRelation the first URL of each relation
 */
record LinkHeader(Map<String, String> byRelation) {
  private static final Pattern LINK = Pattern.compile("<([^<>]{0,8000})>([^<]{0,2000})");
  private static final Pattern RELATION =
      Pattern.compile(
          "(?i);\\s{0,20}rel\\s{0,20}=\\s{0,20}(?:\"([^\"]{0,500})\"|([^\\s;,\"]{1,100}))");
  private static final Set<String> OF_PAGES = Set.of("next", "prev", "previous", "first", "last");

  static LinkHeader of(ApiReply reply) {
    Map<String, String> urls = new LinkedHashMap<>();
    reply.headers().stream()
        .filter(pair -> pair.name().equals("link"))
        .forEach(
            pair -> {
              Matcher link = LINK.matcher(pair.value());
              while (link.find()) {
                String url = link.group(1);
                relations(link.group(2)).forEach(name -> urls.putIfAbsent(name, url));
              }
            });
    return new LinkHeader(urls);
  }

  private static Set<String> relations(String parameters) {
    Matcher relation = RELATION.matcher(parameters);
    if (!relation.find()) {
      return Set.of();
    }
    String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return Set.copyOf(Arrays.asList(names.strip().toLowerCase(Locale.ROOT).split("\\s+")));
  }

  /** Whether the links say which pages there are, so that a missing next one means the end. */
  boolean isPaged() {
    return OF_PAGES.stream().anyMatch(byRelation::containsKey);
  }

  Optional<String> next() {
    return Optional.ofNullable(byRelation.get("next"));
  }

  /** Whether a value is a URL, or a reference with a query, and not a value for a parameter. */
  static boolean isUrl(String value) {
    return value.matches("(?i)https?://.*") || value.startsWith("?") || value.startsWith("/");
  }

  /** The value of a query parameter in a URL. */
  static Optional<String> parameter(String url, String name) {
    int question = url.indexOf('?');
    String query = question < 0 ? "" : url.substring(question + 1).replaceFirst("#.*", "");
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
        return Optional.of(decoded(pair.substring(equals + 1))).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
