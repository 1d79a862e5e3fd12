package dev.dragoman.runtime.execute.mock.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an item is.
 *
 * @param collection the path of its collection, as requested
 * @param id the last segment of its path, decoded
 */
public record Address(String collection, String id) {

  /** The address of the item at a path. */
  public static Address of(String path) {
    int slash = path.lastIndexOf('/');
    String id = path.substring(slash + 1);
    return new Address(path.substring(0, Math.max(0, slash)), decoded(id));
  }

  /** The template of a path without query, fragment and what only names a representation. */
  static String path(String template) {
    return withoutQuery(template).replaceFirst("/+$", "").replaceFirst("\\.(json|xml)$", "");
  }

  private static String withoutQuery(String template) {
    return template.replaceFirst("[?#].*$", "");
  }

  /**
   * The path of a request without what is only a form of its representation.
   *
   * @param template the path of the operation: only a suffix that it names is not part of an id
   */
  public static String path(String rawPath, String template) {
    boolean suffixed = withoutQuery(template).matches(".*\\.(json|xml)/*");
    return suffixed ? path(rawPath) : rawPath.replaceFirst("/+$", "");
  }

  /**
   * Whether two paths may be of the same collection: one of them leaves out segments of the other,
   * as {@code /issues/comments} does of {@code /issues/7/comments}.
   */
  static boolean isSame(String collection, String other) {
    boolean shorter = collection.length() < other.length();
    List<String> few = List.of((shorter ? collection : other).split("/", -1));
    List<String> many = List.of((shorter ? other : collection).split("/", -1));
    int matched = 0;
    for (String segment : many) {
      matched += matched < few.size() && few.get(matched).equals(segment) ? 1 : 0;
    }
    return matched == few.size() && few.get(few.size() - 1).equals(many.get(many.size() - 1));
  }

  /** The addresses of the item and of everything that contains it. */
  static List<Address> chain(String path) {
    List<Address> chain = new ArrayList<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      chain.add(of(path.substring(0, slash)));
    }
    chain.add(of(path));
    return chain;
  }

  /** The name of the collection, such as {@code issues}. */
  public String name() {
    return collection.substring(collection.lastIndexOf('/') + 1);
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException malformed) {
      return segment;
    }
  }
}
