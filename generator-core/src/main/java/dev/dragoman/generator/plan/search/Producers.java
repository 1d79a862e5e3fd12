package dev.dragoman.generator.plan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the operations that yield the ids in the path of another one, so that an agent that does
 * not have an id yet knows where to get it.
 *
 * <p>An id is searched for, in this order, in the GET on the path that precedes it ({@code
 * /users/{id}}: {@code /users}), in GETs whose path ends in the noun of the id ({@code
 * /search/user}), and in GETs whose response has a field with the parameter's name. An operation
 * that needs further path parameters is not considered, because the agent would not have those
 * either.
 */
final class Producers {
  /** Maximum number of producers of an operation; more than that is not read. */
  private static final int MOST = 3;

  /**
   * Maximum number of candidates for each noun or field name, which bounds the work for large APIs.
   */
  private static final int CANDIDATES = 20;

  private final List<PathShape> paths;
  private final Map<String, List<Integer>> byPath = new HashMap<>();
  private final Map<String, List<Integer>> byNoun = new HashMap<>();
  private final Map<String, List<Integer>> byField = new HashMap<>();

  /**
   * The properties of an operation that matter here.
   *
   * @param method the HTTP method, in upper case
   * @param path the path template
   * @param answerFields names of the fields of its successful response, or of the items in the
   *     response; empty if unknown
   */
  record Route(String method, String path, List<String> answerFields) {
    public Route {
      answerFields = List.copyOf(answerFields);
    }
  }

  /**
   * An operation that yields an id.
   *
   * @param operation its index
   * @param segment the segment of the path that contains the id
   */
  record Source(int operation, int segment) {}

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
   * For each operation, in the given order, the operations that yield the ids in its path, at most
   * three. Those for the last id come first.
   */
  static List<List<Source>> of(List<Route> routes) {
    Producers producers = new Producers(routes);
    List<List<Source>> all = new ArrayList<>();
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

  private List<Source> of(int operation) {
    PathShape path = paths.get(operation);
    Map<Integer, Source> found = new LinkedHashMap<>();
    for (int segment = path.segments().size() - 1; segment >= 0; segment--) {
      if (path.isParameter(segment)) {
        for (int one : yielding(path, segment)) {
          found.putIfAbsent(one, new Source(one, segment));
        }
      }
    }
    found.remove(operation);
    return found.values().stream().limit(MOST).toList();
  }

  /** The operations that yield the id in a segment. */
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

  /** The candidates that need no path parameters except those before the segment. */
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

  /**
   * Whether a candidate can be called with the parameters that an agent has at this point. A
   * candidate on the same prefix has the same parameters, whatever they are called.
   */
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
