package dev.dragoman.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of {@code METHOD /path} that agents use. */
final class OperationName {
  private static final Pattern ROUTE =
      Pattern.compile("\\s*([A-Za-z]{1,20})\\s*(/\\S*|\\s\\S+)\\s*");

  private OperationName() {}

  /**
   * The look-up keys for a name that is not a key itself, in groups: a later group is used only if
   * no key of an earlier one is known, and only if all known keys of the group denote the same
   * operation.
   */
  static List<List<String>> spellings(String name) {
    List<List<String>> groups = new ArrayList<>();
    groups.add(List.of(name.strip()));
    route(name).ifPresent(groups::addAll);
    return groups;
  }

  /**
   * Whether a name is an operation's id or route as they are now, in any spelling.
   *
   * @param id the id as in the document
   * @param route the method and the path
   */
  static boolean isPresent(String name, String id, String route) {
    return name.equals(id)
        || name.equals(route)
        || spellings(name).stream()
            .flatMap(List::stream)
            .anyMatch(key -> key.equals(id) || key.equals(route));
  }

  private static Optional<List<List<String>>> route(String name) {
    Matcher matcher = ROUTE.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String written = matcher.group(1);
    String method = written.toUpperCase(Locale.ROOT);
    String path = matcher.group(2).strip();
    String core = path.replaceAll("^/|/$", "");
    String verb = method + " ";
    return Optional.of(
        List.of(
            List.of(written + " " + path),
            List.of(verb + path),
            List.of(verb + "/" + core, verb + "/" + core + "/", verb + core, verb + core + "/")));
  }
}
