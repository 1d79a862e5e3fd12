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

  /** The path of a request without what is only a form of its representation. */
  public static String path(String rawPath) {
    return rawPath.replaceFirst("/+$", "").replaceFirst("\\.(json|xml)$", "");
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
