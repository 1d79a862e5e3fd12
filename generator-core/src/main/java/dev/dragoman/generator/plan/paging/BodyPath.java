package dev.dragoman.generator.plan.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a member of a body.
 *
 * @param names from the outermost member to the innermost; empty for the body itself
 */
record BodyPath(List<String> names) {
  /** The body itself. */
  static final BodyPath ROOT = new BodyPath(List.of());

  BodyPath {
    names = List.copyOf(names);
  }

  /** The path of a member of what this one leads to. */
  BodyPath member(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new BodyPath(longer);
  }

  /** The innermost name; empty for the body itself. */
  String last() {
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  int length() {
    return names.size();
  }

  /** A path that was written by {@link #text}, or in the same way. */
  static BodyPath parsed(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    return text.startsWith("/")
        ? new BodyPath(
            Arrays.stream(text.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList())
        : new BodyPath(List.of(text.split("\\.", -1)));
  }

  /** Names with dots between them, or a JSON Pointer (RFC 6901) if this would be ambiguous. */
  String text() {
    boolean isPlain =
        names.stream().noneMatch(name -> name.isEmpty() || name.matches("/.*|.*\\..*"));
    return isPlain
        ? String.join(".", names)
        : names.stream()
            .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
  }
}
