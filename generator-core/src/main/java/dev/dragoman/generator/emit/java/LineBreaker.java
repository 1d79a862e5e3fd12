package dev.dragoman.generator.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Wraps lines of code that are too long: before the dots of a chain of calls, otherwise after an
 * opening parenthesis, with the arguments on one line if they fit and below each other if they do
 * not. Literals are never split.
 */
final class LineBreaker {
  private static final int WIDTH = 100;
  private static final String DEEPER = "    ";

  private LineBreaker() {}

  /** The same tokens, on lines that fit if possible. */
  static String of(String source) {
    return source
        .lines()
        .flatMap(line -> fit(line).stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> fit(String line) {
    String code = line.stripLeading();
    if (line.length() <= WIDTH || code.startsWith("*") || code.startsWith("/")) {
      return List.of(line);
    }
    String indent = line.substring(0, line.length() - code.length());
    List<Integer> arrow = tops(code, "-> ");
    if (code.startsWith("case ") && !arrow.isEmpty()) {
      int end = arrow.get(0) + 2;
      return lines(indent, code.substring(0, end), List.of(code.substring(end).strip()));
    }
    List<Integer> dots = dots(code);
    if (!dots.isEmpty()) {
      return lines(indent, code.substring(0, dots.get(0)), cut(code, dots));
    }
    return arguments(indent, code);
  }

  private static List<String> arguments(String indent, String code) {
    int open = tops(code, "(").stream().reduce(-1, (first, last) -> last);
    int close = open < 0 ? -1 : closing(code, open);
    if (close <= open + 1) {
      return List.of(indent + code);
    }
    String head = code.substring(0, open + 1);
    String rest = code.substring(open + 1);
    String one = indent + DEEPER + rest;
    if (one.length() <= WIDTH) {
      return List.of(indent + head, one);
    }
    List<Integer> commas = new ArrayList<>();
    for (int comma : tops(rest.substring(0, close - open - 1), ", ")) {
      commas.add(comma + 1);
    }
    if (commas.isEmpty()) {
      return lines(indent, head, List.of(rest));
    }
    List<String> parts = new ArrayList<>(List.of(rest.substring(0, commas.get(0))));
    parts.addAll(cut(rest, commas));
    return lines(indent, head, parts);
  }

  private static List<String> lines(String indent, String head, List<String> parts) {
    List<String> lines = new ArrayList<>(fit(indent + head));
    parts.forEach(part -> lines.addAll(fit(indent + DEEPER + part.strip())));
    return lines;
  }

  private static List<String> cut(String code, List<Integer> places) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1) : code.length();
      parts.add(code.substring(places.get(i), end));
    }
    return parts;
  }

  /** The dots of calls on the result of a call. */
  private static List<Integer> dots(String code) {
    return tops(code, ".").stream().filter(dot -> dot > 0 && code.charAt(dot - 1) == ')').toList();
  }

  /** The positions of a text outside parentheses, type arguments and literals. */
  private static List<Integer> tops(String code, String text) {
    List<Integer> places = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < code.length(); i = next(code, i)) {
      char c = code.charAt(i);
      if (depth == 0 && code.startsWith(text, i)) {
        places.add(i);
      }
      depth += opens(c) ? 1 : closes(code, i) ? -1 : 0;
    }
    return places;
  }

  private static int closing(String code, int open) {
    int depth = 0;
    for (int i = open; i < code.length(); i = next(code, i)) {
      depth += opens(code.charAt(i)) ? 1 : closes(code, i) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean opens(char c) {
    return c == '(' || c == '<';
  }

  /** Whether a bracket closes at a position; the second character of an arrow does not. */
  private static boolean closes(String code, int at) {
    char c = code.charAt(at);
    return c == ')' || (c == '>' && (at == 0 || code.charAt(at - 1) != '-'));
  }

  /** The next position outside a literal. */
  private static int next(String code, int at) {
    if (code.charAt(at) != '"') {
      return at + 1;
    }
    int end = at + 1;
    while (end < code.length() && code.charAt(end) != '"') {
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}
