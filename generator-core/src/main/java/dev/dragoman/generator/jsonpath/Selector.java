package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selector (RFC 9535, section 2.3). */
sealed interface Selector {

  /** Adds the selected children of a node. */
  void select(Node node, Node root, List<Node> selected);

  /** A member by name. */
  record Name(String name) implements Selector {
    @Override
    public void select(Node node, Node root, List<Node> selected) {
      Json value = node.value() instanceof Json.Obj object ? object.get(name) : null;
      if (value != null) {
        selected.add(node.child(name, value));
      }
    }
  }

  /** All children. */
  record Wildcard() implements Selector {
    @Override
    public void select(Node node, Node root, List<Node> selected) {
      selected.addAll(Segment.children(node));
    }
  }

  /** An item by index; negative indexes count from the end. */
  record Index(long index) implements Selector {
    @Override
    public void select(Node node, Node root, List<Node> selected) {
      if (node.value() instanceof Json.Arr array) {
        int size = array.items().size();
        long at = index < 0 ? size + index : index;
        if (at >= 0 && at < size) {
          selected.add(node.child((int) at, array.items().get((int) at)));
        }
      }
    }
  }

  /** Items from one index up to, but excluding, another (RFC 9535, section 2.3.4.2.2). */
  record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {
    @Override
    public void select(Node node, Node root, List<Node> selected) {
      if (!(node.value() instanceof Json.Arr array) || step == 0) {
        return;
      }
      long size = array.items().size();
      long first = normal(start, step > 0 ? 0 : size - 1, size);
      long last = normal(end, step > 0 ? size : -size - 1, size);
      if (step > 0) {
        long upper = clamp(last, 0, size);
        for (long at = clamp(first, 0, size); at < upper; at += step) {
          selected.add(node.child((int) at, array.items().get((int) at)));
        }
      } else {
        long lower = clamp(last, -1, size - 1);
        for (long at = clamp(first, -1, size - 1); at > lower; at += step) {
          selected.add(node.child((int) at, array.items().get((int) at)));
        }
      }
    }

    private static long normal(@Nullable Long given, long otherwise, long size) {
      long bound = given == null ? otherwise : given;
      return bound >= 0 ? bound : size + bound;
    }

    private static long clamp(long value, long least, long most) {
      return Math.min(Math.max(value, least), most);
    }
  }

  /** The children for which a condition holds. */
  record Filter(Condition condition) implements Selector {
    @Override
    public void select(Node node, Node root, List<Node> selected) {
      for (Node child : Segment.children(node)) {
        if (condition.holds(new Query.Context(root, child))) {
          selected.add(child);
        }
      }
    }
  }
}
