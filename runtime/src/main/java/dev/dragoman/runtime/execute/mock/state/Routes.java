package dev.dragoman.runtime.execute.mock.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the operations of an API do to collections and items, as far as method and path show it:
 * {@code /things} and {@code /things/{id}}, at any depth. Immutable.
 */
public final class Routes {
  private static final Pattern ROUTE = Pattern.compile("([A-Z]+) (/.*)");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}/]*\\}");

  /** Last segments of paths to which a POST sends a query or an instruction, not an item. */
  private static final Set<String> VERBS =
      Set.of(
          "search",
          "query",
          "find",
          "filter",
          "list",
          "count",
          "validate",
          "preview",
          "export",
          "batch",
          "bulk",
          "jql",
          "estimate",
          "test",
          "graphql",
          "login",
          "logout");

  private final Map<String, Map<String, String>> routes;
  private final Map<String, Map<String, String>> items;

  private Routes(Map<String, Map<String, String>> routes, Map<String, Map<String, String>> items) {
    this.routes = routes;
    this.items = items;
  }

  /** What an operation does. */
  public enum Role {
    /** Nothing that is known here. */
    NONE,
    READ,
    /** Changes some values of an item. */
    UPDATE,
    /** Replaces all values of an item. */
    REPLACE,
    DELETE,
    LIST,
    /** Adds an item to a collection, or several. */
    CREATE,
    /** Replaces all items of a collection. */
    REPLACE_ALL,
    /** Removes all items of a collection. */
    CLEAR
  }

  /**
   * The place of an operation.
   *
   * @param variable the variable in the path of an item; empty if there is none
   * @param list the operation that lists the collection, as {@code GET /path}
   * @param hasItems whether the items of the collection have paths of their own
   */
  public record Place(Role role, String variable, Optional<String> list, boolean hasItems) {
    static final Place NONE = new Place(Role.NONE, "", Optional.empty(), false);
  }

  /**
   * The routes of an API.
   *
   * @param names routes such as {@code GET /things/{id}}; other names are ignored
   */
  public static Routes of(Collection<String> names) {
    Map<String, Map<String, String>> routes = new HashMap<>();
    Map<String, Map<String, String>> items = new HashMap<>();
    for (String name : names) {
      Matcher route = ROUTE.matcher(name);
      if (route.matches()) {
        String path = Address.path(route.group(2));
        routes.computeIfAbsent(shape(path), one -> new TreeMap<>()).put(route.group(1), name);
        if (!variable(path).isEmpty()) {
          items
              .computeIfAbsent(shape(parent(path)), one -> new TreeMap<>())
              .put(route.group(1), variable(path));
        }
      }
    }
    return new Routes(routes, items);
  }

  /**
   * The place of an operation.
   *
   * @param template its path
   * @param reads whether it changes nothing, by its access level
   */
  public Place place(String method, String template, boolean reads) {
    String path = Address.path(template);
    String shape = shape(path);
    String variable = variable(path);
    Map<String, String> here = routes.getOrDefault(shape, Map.of());
    boolean post = method.equals("POST");
    if (path.isEmpty() || (post && (reads || VERBS.contains(last(shape))))) {
      return Place.NONE;
    } else if (!variable.isEmpty()) {
      Optional<String> list =
          Optional.ofNullable(routes.getOrDefault(shape(parent(path)), Map.of()).get("GET"));
      return new Place(
          post && !here.containsKey("GET") ? Role.NONE : ofItem(method), variable, list, true);
    }
    boolean children = items.containsKey(shape);
    if (children || (here.containsKey("GET") && here.containsKey("POST"))) {
      return new Place(
          ofCollection(method), child(shape), Optional.ofNullable(here.get("GET")), children);
    }
    boolean single = here.containsKey("GET") && here.size() > 1;
    return single ? new Place(ofItem(method), "", Optional.empty(), false) : Place.NONE;
  }

  private String child(String shape) {
    Map<String, String> variables = items.getOrDefault(shape, Map.of());
    return variables.getOrDefault("GET", variables.values().stream().findFirst().orElse(""));
  }

  private static Role ofItem(String method) {
    return switch (method) {
      case "GET", "HEAD" -> Role.READ;
      case "PUT" -> Role.REPLACE;
      case "PATCH", "POST" -> Role.UPDATE;
      case "DELETE" -> Role.DELETE;
      default -> Role.NONE;
    };
  }

  private static Role ofCollection(String method) {
    return switch (method) {
      case "GET", "HEAD" -> Role.LIST;
      case "POST" -> Role.CREATE;
      case "PUT" -> Role.REPLACE_ALL;
      case "DELETE" -> Role.CLEAR;
      default -> Role.NONE;
    };
  }

  private static String shape(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** The name of the variable that is the whole last segment; empty if there is none. */
  private static String variable(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return VARIABLE.matcher(last).matches() ? last.substring(1, last.length() - 1) : "";
  }
}
