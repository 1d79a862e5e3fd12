package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment (RFC 9535, section 2.5).
 *
 * @param descendants whether it applies to the given nodes and all their descendants
 */
record Segment(boolean descendants, List<Selector> selectors) {
  Segment {
    selectors = List.copyOf(selectors);
  }

  /** The nodes selected from the given ones. */
  List<Node> select(List<Node> nodes, Node root) {
    List<Node> selected = new ArrayList<>();
    nodes.forEach(node -> visit(node, root, selected));
    return selected;
  }

  private void visit(Node node, Node root, List<Node> selected) {
    selectors.forEach(selector -> selector.select(node, root, selected));
    if (descendants) {
      children(node).forEach(child -> visit(child, root, selected));
    }
  }

  /** Whether it selects at most one child of each node. */
  boolean isSingular() {
    return !descendants
        && selectors.size() == 1
        && (selectors.get(0) instanceof Selector.Name
            || selectors.get(0) instanceof Selector.Index);
  }

  /** The children of a node: members in document order, items by index. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    if (node.value() instanceof Json.Obj object) {
      object.members().forEach((name, value) -> children.add(node.child(name, value)));
    } else if (node.value() instanceof Json.Arr array) {
      for (int index = 0; index < array.items().size(); index++) {
        children.add(node.child(index, array.items().get(index)));
      }
    }
    return children;
  }
}
