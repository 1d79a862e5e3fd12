package dev.dragoman.generator.plan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which operations yield the ids that stand in the path of another, so that an agent that
 * has no id yet knows where to get one.
 *
 * <p>An id in a path is looked for, in this order, in the GET on the path up to it ({@code
 * /users/{id}}: {@code /users}), in GETs whose path ends in what the id is of ({@code
 * /search/user}), and in GETs whose answer has a field of the parameter's name. No operation counts
 * that itself needs a path parameter which the other has not.
 */
public final class Producers {
  /** More would be shown for one hit than anybody reads. */
  private static final int MOST = 3;

  /** Of each noun or field name so many candidates are looked at. */
  private static final int CANDIDATES = 20;

  private final List<PathShape> paths;
  private final Map<String, List<Integer>> byPath = new HashMap<>();
  private final Map<String, List<Integer>> byNoun = new HashMap<>();
  private final Map<String, List<Integer>> byField = new HashMap<>();

  /**
   * What is to be known of an operation.
   *
   * @param method the HTTP method, in upper case
   * @param path the path template
   * @param answerFields names of the fields of its successful answer, or of the answer's items;
   *     empty when they are not known
   */
  public record Route(String method, String path, List<String> answerFields) {
    public Route {
      answerFields = List.copyOf(answerFields);
    }
  }

  private Producers(List<Route> routes) {
    paths = routes.stream().map(route -> PathShape.of(route.path())).toList();
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i).method().equals("GET") && paths.get(i).endsInLiteral()) {
        enter(i, routes.get(i));
      }
    }
    Comparator<Integer> simplestFirst =
        Comparator.<Integer>comparingInt(i -> paths.get(i).parameters())
            .thenComparingInt(i -> paths.get(i).segments().size())
            .thenComparingInt(i -> i);
    byNoun.values().forEach(list -> list.sort(simplestFirst));
    byField.values().forEach(list -> list.sort(simplestFirst));
  }

  /**
   * For each operation, in the order given, the indexes of the operations that yield its path ids:
   * the one for the last id first, at most three.
   */
  public static List<List<Integer>> of(List<Route> routes) {
    Producers producers = new Producers(routes);
    List<List<Integer>> all = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      all.add(producers.of(i));
    }
    return all;
  }

  private void enter(int operation, Route route) {
    PathShape path = paths.get(operation);
    enter(byPath, path.prefix(path.segments().size()), operation);
    enter(byNoun, PathShape.noun(path.last()), operation);
    new LinkedHashSet<>(route.answerFields()).forEach(field -> enter(byField, field, operation));
  }

  private static void enter(Map<String, List<Integer>> map, String key, int operation) {
    map.computeIfAbsent(key, unused -> new ArrayList<>()).add(operation);
  }

  private List<Integer> of(int operation) {
    PathShape path = paths.get(operation);
    Set<Integer> found = new LinkedHashSet<>();
    for (int segment = path.segments().size() - 1; segment >= 0; segment--) {
      if (path.isParameter(segment)) {
        found.addAll(yielding(path, segment));
      }
    }
    found.remove(operation);
    return found.stream().limit(MOST).toList();
  }

  private List<Integer> yielding(PathShape path, int segment) {
    List<Integer> collections = usable(byPath, path.prefix(segment), path, segment);
    if (!collections.isEmpty()) {
      return collections.subList(0, 1);
    }
    for (String noun : path.nouns(segment)) {
      List<Integer> named = usable(byNoun, noun, path, segment);
      if (!named.isEmpty()) {
        return named.subList(0, Math.min(2, named.size()));
      }
    }
    List<Integer> answering = usable(byField, path.parameter(segment), path, segment);
    return answering.subList(0, Math.min(1, answering.size()));
  }

  /** The candidates that need no path parameter but those that stand before the segment. */
  private List<Integer> usable(
      Map<String, List<Integer>> map, String key, PathShape path, int segment) {
    Set<String> known = new LinkedHashSet<>();
    for (int before = 0; before < segment; before++) {
      if (path.isParameter(before)) {
        known.add(path.parameter(before));
      }
    }
    String prefix = path.prefix(segment);
    return map.getOrDefault(key, List.of()).stream()
        .limit(CANDIDATES)
        .filter(candidate -> needsOnly(paths.get(candidate), known, prefix))
        .toList();
  }

  private static boolean needsOnly(PathShape candidate, Set<String> known, String prefix) {
    int length = candidate.segments().size();
    if (candidate.prefix(length).equals(prefix)) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      String text = candidate.segments().get(i);
      if (text.contains("{")
          && !(candidate.isParameter(i) && known.contains(candidate.parameter(i)))) {
        return false;
      }
    }
    return true;
  }
}
