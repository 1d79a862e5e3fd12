package dev.dragoman.runtime.search.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The properties of an operation used for ranking, besides its words.
 *
 * @param method the HTTP method
 * @param segments number of path segments, including parameters
 * @param onItem whether the last segment is a parameter, so that the path denotes a single item
 * @param self whether it is about the caller, who is not identified by a parameter
 * @param deprecated whether the document marks it as deprecated
 * @param reads whether it reads although its method is POST, as its path says: a search, or a
 *     lookup in an API that uses POST for everything
 */
public record OperationTraits(
    Method method, int segments, boolean onItem, boolean self, boolean deprecated, boolean reads) {
  /** The methods that are relevant for ranking. */
  public enum Method {
    GET(0),
    POST(1),
    PUT(2),
    PATCH(3),
    DELETE(4),
    OTHER(5);

    /** Its code in the index. */
    private final int code;

    Method(int code) {
      this.code = code;
    }

    static Method of(String name) {
      return Arrays.stream(values())
          .filter(method -> method.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(OTHER);
    }

    private static Method of(int code) {
      return CODES[Math.min(code, OTHER.code)];
    }

    private static final Method[] CODES = values();
  }

  /** Phrases for the caller, in prose and as a path segment. */
  private static final List<String> SELF_PHRASES =
      List.of("authenticated user", "current user", "logged-in user", "logged in user");

  private static final Set<String> SELF_SEGMENTS = Set.of("me", "@me", "~me", "self", "whoami");

  /** Last segments of a readable path that denote one person or account without identifying it. */
  private static final Set<String> SELF_RESOURCES =
      Set.of("user", "account", "profile", "viewer", "identity", "current_user", "currentuser");

  /**
   * Last segments of a POST that returns something; "read" and "view" may as well note that it was
   * read.
   */
  private static final Set<String> READING_SEGMENTS =
      Set.of("search", "_search", "query", "list", "find", "lookup", "get", "fetch", "retrieve");

  private static final int ON_ITEM = 1;
  private static final int SELF = 2;
  private static final int DEPRECATED = 4;
  private static final int READS = 8;

  static OperationTraits of(IndexedOperation operation) {
    List<String> segments =
        List.of(operation.path().split("/", -1)).stream().filter(s -> !s.isEmpty()).toList();
    boolean onItem = !segments.isEmpty() && segments.get(segments.size() - 1).endsWith("}");
    return new OperationTraits(
        Method.of(operation.method()),
        Math.min(segments.size(), 255),
        onItem,
        isSelf(operation, segments),
        operation.deprecated(),
        Method.of(operation.method()) == Method.POST && readsByName(segments));
  }

  /** {@code /orders/search}, {@code /orders:search} and {@code /accounts/balance/get}. */
  private static boolean readsByName(List<String> segments) {
    if (segments.isEmpty()) {
      return false;
    }
    String last = segments.get(segments.size() - 1);
    int colon = last.lastIndexOf(':');
    return READING_SEGMENTS.contains(last.substring(colon + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isSelf(IndexedOperation operation, List<String> segments) {
    if (segments.isEmpty() || operation.path().contains("{")) {
      return false;
    }
    String prose = operation.summary().toLowerCase(Locale.ROOT);
    String last = segments.get(segments.size() - 1).toLowerCase(Locale.ROOT);
    return SELF_PHRASES.stream().anyMatch(prose::contains)
        || segments.stream().anyMatch(SELF_SEGMENTS::contains)
        || (Method.of(operation.method()) == Method.GET && SELF_RESOURCES.contains(last));
  }

  int encoded() {
    int flags = (onItem ? ON_ITEM : 0) | (self ? SELF : 0) | (deprecated ? DEPRECATED : 0);
    return method.code << 24 | segments << 16 | flags | (reads ? READS : 0);
  }

  static OperationTraits decoded(int bits) {
    return new OperationTraits(
        Method.of(bits >>> 24),
        bits >>> 16 & 255,
        (bits & ON_ITEM) != 0,
        (bits & SELF) != 0,
        (bits & DEPRECATED) != 0,
        (bits & READS) != 0);
  }
}
