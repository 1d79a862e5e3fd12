package dev.dragoman.runtime.execute.ratelimit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the structured values of {@code RateLimit} and {@code RateLimit-Policy} (RFC 9651): in the
 * current draft of the IETF a list of names with parameters, {@code "default";r=50;t=30}, in
 * earlier ones a dictionary, {@code limit=100, remaining=50, reset=5}.
 */
final class LimitItems {
  /** The name under which the members of a dictionary, which has no names, are returned. */
  static final String UNNAMED = "";

  private LimitItems() {}

  /** The parameters of each item, in lower case, by the item's name. */
  static Map<String, Map<String, String>> of(String value) {
    Map<String, Map<String, String>> items = new LinkedHashMap<>();
    for (String item : split(value, ',')) {
      List<String> parts = split(item, ';');
      String first = parts.get(0);
      boolean member = !first.startsWith("\"") && first.contains("=");
      Map<String, String> parameters =
          items.computeIfAbsent(
              member ? UNNAMED : unquoted(first), unused -> new LinkedHashMap<>());
      for (String part : member ? parts : parts.subList(1, parts.size())) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          parameters.putIfAbsent(
              part.substring(0, equals).strip(), unquoted(part.substring(equals + 1).strip()));
        }
      }
    }
    return items;
  }

  /** Splits at a separator that is not inside a string. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped = quoted && c == '\\' && i + 1 < text.length();
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
        if (escaped) {
          part.append(text.charAt(++i));
        }
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
