package dev.dragoman.generator.plan.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a response that a tool returns, as a tree of names.
 *
 * @param members the parts below this one; empty if all of it is returned
 */
record PathTree(Map<String, PathTree> members) {
  /** Everything. */
  static final PathTree ALL = new PathTree(Map.of());

  /** The tree of dotted paths. A path and a longer one that starts with it are the shorter one. */
  static PathTree of(List<String> paths) {
    Map<String, PathTree> members = new LinkedHashMap<>();
    paths.forEach(path -> add(members, path.split("\\.", -1), 0));
    return new PathTree(members);
  }

  private static void add(Map<String, PathTree> members, String[] steps, int index) {
    PathTree before = members.get(steps[index]);
    if (index == steps.length - 1) {
      members.put(steps[index], ALL);
    } else if (before == null || !before.isAll()) {
      Map<String, PathTree> below =
          before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.members);
      add(below, steps, index + 1);
      members.put(steps[index], new PathTree(below));
    }
  }

  boolean isAll() {
    return members.isEmpty();
  }
}
