package dev.dragoman.runtime.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A key of OpenAPI's Paths Object: literal text with variables in braces.
 *
 * <p>Some documents append a query to the path to distinguish operations ({@code /a?type=x}): it is
 * sent with every request. A fragment after {@code #} serves the same purpose and is never sent.
 */
final class PathTemplate {
  private final List<Part> path = new ArrayList<>();
  private final List<Part> query = new ArrayList<>();

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Variable(String name) implements Part {}

  PathTemplate(String template) {
    List<Part> parts = path;
    int position = 0;
    while (position < template.length() && template.charAt(position) != '#') {
      char next = template.charAt(position);
      int close = next == '{' ? template.indexOf('}', position) : -1;
      if (close > position + 1) {
        parts.add(new Variable(template.substring(position + 1, close)));
        position = close + 1;
      } else if (next == '?' && parts == path) {
        parts = query;
        position++;
      } else {
        int end = literalEnd(template, position + 1);
        parts.add(new Literal(template.substring(position, end)));
        position = end;
      }
    }
  }

  private static int literalEnd(String template, int from) {
    int end = from;
    while (end < template.length() && "{?#".indexOf(template.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /**
   * The path, percent-encoded, starting with a slash.
   *
   * @param values the encoded text of each variable
   */
  String expandPath(Map<String, String> values) {
    String text = expand(path, PercentEncoding.PATH_LITERAL, values);
    return text.startsWith("/") ? text : "/" + text;
  }

  /** The fixed query, percent-encoded; empty if there is none. */
  String expandQuery(Map<String, String> values) {
    return expand(query, PercentEncoding.QUERY_LITERAL, values);
  }

  /** The variables without a value. */
  List<String> missing(Map<String, String> values) {
    List<String> missing = new ArrayList<>();
    for (List<Part> parts : List.of(path, query)) {
      for (Part part : parts) {
        if (part instanceof Variable variable && !values.containsKey(variable.name())) {
          missing.add(variable.name());
        }
      }
    }
    return missing;
  }

  private static String expand(
      List<Part> parts, PercentEncoding literals, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literals.encode(literal.text()));
      } else if (part instanceof Variable variable) {
        text.append(values.getOrDefault(variable.name(), ""));
      }
    }
    return text.toString();
  }
}
