package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
public record LinkHeader(Map<String, String> byRelation) {
  /** The content of a quoted string (RFC 9110, section 5.6.4). */
  private static final String TEXT = "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,100}+";

  /**
   * A URL, a parameter or a quoted string, whichever comes next. What is inside quotation marks is
   * consumed with them, so that it is never taken for a URL or a parameter.
   */
  private static final Pattern PART =
      Pattern.compile(
          "<(?<url>[^<>]{0,8000})>"
              + "|;\\s*+(?<name>[^\\s;,=<>\"]++)\\s*+=\\s*+"
              + "(?:\"(?<quoted>"
              + TEXT
              + ")\"|(?<token>[^\\s;,<>\"]++))"
              + "|\""
              + TEXT
              + "\"");

  private static final Set<String> OF_PAGES = Set.of("next", "prev", "previous", "first", "last");

  public LinkHeader {
    byRelation = Map.copyOf(byRelation);
  }

  /** The links in the headers of a response. */
  public static LinkHeader of(List<Pair> headers) {
    Map<String, String> urls = new LinkedHashMap<>();
    headers.stream()
        .filter(pair -> pair.name().equalsIgnoreCase("link"))
        .forEach(pair -> read(pair.value(), urls));
    return new LinkHeader(urls);
  }

  /** Of several {@code rel} parameters of a link, the first one counts (section 3.3). */
  private static void read(String header, Map<String, String> urls) {
    Matcher part = PART.matcher(header);
    String url = null;
    while (part.find()) {
      if (part.group("url") != null) {
        url = part.group("url");
      } else if (url != null && "rel".equalsIgnoreCase(part.group("name"))) {
        String given = part.group("quoted");
        for (String name : relations(given == null ? part.group("token") : given)) {
          urls.putIfAbsent(name, url);
        }
        url = null;
      }
    }
  }

  private static List<String> relations(String names) {
    return Arrays.asList(names.strip().toLowerCase(Locale.ROOT).split("\\s+"));
  }

  /** Whether the links say which pages there are, so that a missing next one means the end. */
  public boolean isPaged() {
    return OF_PAGES.stream().anyMatch(byRelation::containsKey);
  }

  /** The URL of the next page. */
  public Optional<String> next() {
    return Optional.ofNullable(byRelation.get("next"));
  }

  /** Whether a value is a URL, or a reference with a query, and not a value for a parameter. */
  public static boolean isUrl(String value) {
    return value.matches("(?i)https?://.*") || value.startsWith("?") || value.startsWith("/");
  }

  /** The value of a query parameter in a URL; empty if it has none, or an empty one. */
  public static Optional<String> parameter(String url, String name) {
    return parameters(url).stream()
        .filter(pair -> pair.name().equals(name))
        .map(Pair::value)
        .findFirst()
        .filter(value -> !value.isEmpty());
  }

  /** The query parameters of a URL, decoded, in order. */
  public static List<Pair> parameters(String url) {
    String whole = url.replaceFirst("(?s)#.*", "");
    int question = whole.indexOf('?');
    List<Pair> pairs = new ArrayList<>();
    for (String pair :
        question < 0 ? new String[0] : whole.substring(question + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.add(
            new Pair(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
