package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.spec.node.HttpNames;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths with parts such as {@code {name}} (OpenAPI 3.1, section 4.8.8.2). */
final class PathTemplate {
  private static final Pattern PART = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$|[?#])");

  private PathTemplate() {}

  /** The names in the template, in order. */
  static Set<String> names(String path) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PART.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** The path without the names of its parameters: equal for paths that match the same requests. */
  static String shape(String path) {
    return PART.matcher(path).replaceAll("{}");
  }

  /**
   * Whether the path would lead to another server or out of the base path, or is not a single line.
   */
  static boolean leavesServer(String path) {
    return path.startsWith("//")
        || path.matches("[A-Za-z][A-Za-z0-9+.-]*://.*")
        || path.indexOf('\\') >= 0
        || DOTS.matcher(path).find()
        || !HttpNames.isLine(path);
  }
}
