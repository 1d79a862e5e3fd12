package dev.dragoman.generator.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses segments and selectors (RFC 9535, sections 2.3 and 2.5). */
final class PathParser {
  private final Scanner scanner;
  private final FilterParser filters;

  PathParser(Scanner scanner) {
    this.scanner = scanner;
    this.filters = new FilterParser(scanner, this);
  }

  /** Parses the complete text as one query. */
  Query whole() {
    scanner.expect("$");
    Query query = segments(false);
    if (!scanner.isAtEnd()) {
      throw scanner.fault("unexpected character");
    }
    return query;
  }

  /**
   * Parses the segments after {@code $} or {@code @}. Blanks after the last one are left to the
   * caller.
   */
  Query segments(boolean relative) {
    List<Segment> segments = new ArrayList<>();
    int end = scanner.position();
    for (Segment next = segment(); next != null; next = segment()) {
      segments.add(next);
      end = scanner.position();
    }
    scanner.back(end);
    return new Query(relative, segments);
  }

  /** Parses a segment; null if there is none. */
  private @Nullable Segment segment() {
    scanner.blanks();
    boolean descendants = scanner.take("..");
    if (scanner.isAt("[")) {
      return new Segment(descendants, bracketed());
    }
    if (!descendants && !scanner.take(".")) {
      return null;
    }
    if (scanner.take("*")) {
      return new Segment(descendants, List.of(new Selector.Wildcard()));
    }
    String name = scanner.name();
    if (name == null) {
      throw scanner.fault("expected a name, \"*\" or \"[\"");
    }
    return new Segment(descendants, List.of(new Selector.Name(name)));
  }

  private List<Selector> bracketed() {
    scanner.expect("[");
    List<Selector> selectors = new ArrayList<>();
    do {
      scanner.blanks();
      selectors.add(selector());
      scanner.blanks();
    } while (scanner.take(","));
    scanner.expect("]");
    return selectors;
  }

  private Selector selector() {
    if (scanner.take("*")) {
      return new Selector.Wildcard();
    }
    if (scanner.take("?")) {
      scanner.blanks();
      return new Selector.Filter(filters.condition());
    }
    String name = scanner.string();
    return name == null ? indexOrSlice() : new Selector.Name(name);
  }

  /** Parses an index, or a slice with up to three numbers. */
  private Selector indexOrSlice() {
    Long start = scanner.integer();
    int end = scanner.position();
    scanner.blanks();
    if (!scanner.take(":")) {
      scanner.back(end);
      if (start == null) {
        throw scanner.fault("expected a quoted name, an index, a slice, \"*\" or \"?\"");
      }
      return new Selector.Index(start);
    }
    scanner.blanks();
    Long stop = scanner.integer();
    Long step = null;
    scanner.blanks();
    if (scanner.take(":")) {
      scanner.blanks();
      step = scanner.integer();
    }
    return new Selector.Slice(start, stop, step == null ? 1 : step);
  }
}
