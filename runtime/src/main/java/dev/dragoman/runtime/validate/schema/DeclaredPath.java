package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.text.VisibleText;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks whether a dotted path, through arrays, leads to a member that a schema declares. */
public final class DeclaredPath {
  private static final int NAMES_SHOWN = 10;
  private static final int LENGTH_SHOWN = 120;
  private static final int MAX_ARRAYS = 10;

  private DeclaredPath() {}

  /**
   * The problem with a path; empty if it is declared, or if the schema does not say what is there.
   *
   * @param schemas of which a value matches one
   */
  public static Optional<String> problem(Collection<Schema> schemas, String path) {
    Structures structures = new Structures(WorkLimit.standard());
    Collection<Schema> candidates = schemas;
    for (String name : path.split("\\.", -1)) {
      candidates = items(candidates, structures);
      Set<String> names = new TreeSet<>();
      for (Schema one : candidates) {
        names.addAll(structures.names(one));
      }
      if (names.isEmpty()
          || names.contains(path)
          || !isKnowable(candidates, structures)
          || structures.work().isOver()) {
        return Optional.empty();
      }
      if (!names.contains(name)) {
        return Optional.of(unknown(name, path, names));
      }
      candidates = UnknownMembers.members(candidates, name, structures);
    }
    return Optional.empty();
  }

  private static boolean isKnowable(Collection<Schema> schemas, Structures structures) {
    Collection<Schema> all = UnknownMembers.all(schemas, structures);
    return UnknownMembers.isKnowable(all, structures)
        && all.stream().noneMatch(one -> one.unknownNames() == UnknownNames.INVITED);
  }

  /** The schemas of the items where a value can only be an array, however deeply nested. */
  private static Collection<Schema> items(Collection<Schema> schemas, Structures structures) {
    Collection<Schema> candidates = schemas;
    for (int depth = 0; depth < MAX_ARRAYS; depth++) {
      Collection<Schema> items = UnknownMembers.items(candidates, structures);
      boolean named = candidates.stream().anyMatch(one -> !structures.names(one).isEmpty());
      if (items.isEmpty() || named) {
        break;
      }
      candidates = items;
    }
    return candidates;
  }

  private static String unknown(String name, String path, Set<String> names) {
    String where = name.equals(path) ? "" : " (of " + shown(path) + ")";
    String advice =
        NearestName.to(name, names)
            .map(near -> "did you mean " + shown(near) + "?")
            .orElseGet(
                () ->
                    "it has "
                        + names.stream()
                            .limit(NAMES_SHOWN)
                            .map(DeclaredPath::shown)
                            .collect(Collectors.joining(", "))
                        + (names.size() > NAMES_SHOWN ? ", …" : "")
                        + ".");
    return shown(name) + where + " is not in the schema of the response; " + advice;
  }

  private static String shown(String text) {
    String line = VisibleText.line(text);
    return line.length() > LENGTH_SHOWN ? line.substring(0, LENGTH_SHOWN) + "…" : line;
  }
}
