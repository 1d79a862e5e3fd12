package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query, as a sequence of segments.
 *
 * @param relative whether it starts at the current node of a filter ({@code @}) rather than at the
 *     root
 */
record Query(boolean relative, List<Segment> segments) {

  /** The nodes at which queries start. */
  record Context(Node root, Node current) {}

  Query {
    segments = List.copyOf(segments);
  }

  /** The selected nodes. */
  List<Node> select(Context context) {
    List<Node> nodes = List.of(relative ? context.current() : context.root());
    for (Segment segment : segments) {
      nodes = segment.select(nodes, context.root());
    }
    return nodes;
  }

  /** The value of the only selected node; null if there is none or more than one. */
  @Nullable Json single(Context context) {
    List<Node> nodes = select(context);
    return nodes.size() == 1 ? nodes.get(0).value() : null;
  }

  /** Whether it selects at most one node in any document (RFC 9535, section 2.3.5.1). */
  boolean isSingular() {
    return segments.stream().allMatch(Segment::isSingular);
  }
}
