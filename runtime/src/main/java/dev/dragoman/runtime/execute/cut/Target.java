package dev.dragoman.runtime.execute.cut;

import dev.dragoman.runtime.execute.cut.Cut.Unit;
import dev.dragoman.runtime.json.fields.Projection.Selected;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What of a value is shown in parts: a list, an object with very many members, or a text.
 *
 * @param chain the nodes from the whole value to this one
 * @param path the steps to it, with positions in the original lists
 */
record Target(Unit unit, List<JsonNode> chain, List<String> path) {
  /** An object with more members is not pruned, because the omitted ones could not be named. */
  static final int MOST_MEMBERS = 30;

  Target {
    chain = List.copyOf(chain);
    path = List.copyOf(path);
  }

  JsonNode node() {
    return chain.get(chain.size() - 1);
  }

  /** The number of its items, members or characters. */
  int size() {
    return unit == Unit.CHARACTERS ? node().stringValue().length() : node().size();
  }

  /** The whole value with this part replaced. */
  JsonNode replaced(JsonNode replacement) {
    return with(replacement, new IdentityHashMap<>()).chain().get(0);
  }

  /** This part without its contents, in a copy of the value around it. */
  Target emptied(IdentityHashMap<ArrayNode, int[]> positions) {
    return with(empty(), positions);
  }

  /** This part without its contents and without anything beside it. */
  Target bare() {
    ArrayDeque<JsonNode> copies = new ArrayDeque<>();
    copies.add(empty());
    for (int i = chain.size() - 2; i >= 0; i--) {
      JsonNode inner = copies.getFirst();
      if (chain.get(i) instanceof ObjectNode object) {
        copies.addFirst(object.objectNode().set(name(object, chain.get(i + 1)), inner));
      } else {
        copies.addFirst(((ArrayNode) chain.get(i)).arrayNode().add(inner));
      }
    }
    return new Target(unit, List.copyOf(copies), path);
  }

  @SuppressWarnings("ReferenceEquality")
  private static String name(ObjectNode parent, JsonNode child) {
    return parent.properties().stream()
        .filter(member -> member.getValue() == child)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /**
   * Another part in a copy of the value around it.
   *
   * @param positions the positions of chosen items, to which those of the copies are added
   */
  private Target with(JsonNode replacement, IdentityHashMap<ArrayNode, int[]> positions) {
    ArrayDeque<JsonNode> copies = new ArrayDeque<>();
    copies.add(replacement);
    for (int i = chain.size() - 2; i >= 0; i--) {
      JsonNode parent = chain.get(i);
      JsonNode copy = copy(parent, chain.get(i + 1), copies.getFirst());
      if (parent instanceof ArrayNode list && positions.containsKey(list)) {
        positions.put((ArrayNode) copy, positions.get(list));
      }
      copies.addFirst(copy);
    }
    return new Target(unit, List.copyOf(copies), path);
  }

  /** A copy with another child; an equal value elsewhere in the parent stays. */
  @SuppressWarnings("ReferenceEquality")
  private static JsonNode copy(JsonNode parent, JsonNode child, JsonNode replacement) {
    if (parent instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.forEachEntry((name, value) -> copy.set(name, value == child ? replacement : value));
      return copy;
    }
    ArrayNode copy = ((ArrayNode) parent).arrayNode();
    parent.forEach(value -> copy.add(value == child ? replacement : value));
    return copy;
  }

  /** An empty value of the same type. */
  private JsonNode empty() {
    return switch (unit) {
      case ITEMS -> ((ArrayNode) node()).arrayNode();
      case MEMBERS -> ((ObjectNode) node()).objectNode();
      case CHARACTERS -> StringNode.valueOf("");
    };
  }

  /**
   * What to show in parts: the list at a known path, otherwise the longest list or large object
   * that is not itself inside a list, otherwise the text if there is nothing else.
   *
   * @param items the path of the list with the items; null if it is not known
   * @return null if there is nothing of the kind
   */
  static @Nullable Target of(Selected selected, @Nullable List<String> items) {
    Target known = items == null ? null : at(selected, items);
    if (known != null) {
      return known;
    }
    Finder finder = new Finder(selected);
    finder.visit(List.of(selected.value()), List.of());
    return finder.longest != null ? finder.longest : single(selected, Unit.CHARACTERS);
  }

  private static @Nullable Target at(Selected selected, List<String> items) {
    List<JsonNode> chain = new ArrayList<>();
    chain.add(selected.value());
    for (String step : items) {
      JsonNode inner = chain.get(chain.size() - 1).get(step);
      if (inner == null || chain.get(chain.size() - 1).size() > MOST_MEMBERS) {
        return null;
      }
      chain.add(inner);
    }
    return chain.get(chain.size() - 1) instanceof ArrayNode list && !selected.isChosen(list)
        ? new Target(Unit.ITEMS, chain, items)
        : null;
  }

  /**
   * What single members and chosen items lead to, if it is of a kind.
   *
   * @return null if it is of another kind
   */
  private static @Nullable Target single(Selected selected, Unit unit) {
    Target last = last(selected);
    return last != null && last.unit == unit ? last : null;
  }

  /**
   * What single members and chosen items lead to: the text, object or list that is to be shown in
   * parts if nothing of the value fits as a whole.
   *
   * @return null if it is a number, a boolean or null
   */
  static @Nullable Target last(Selected selected) {
    List<JsonNode> chain = new ArrayList<>();
    List<String> path = new ArrayList<>();
    JsonNode node = selected.value();
    chain.add(node);
    while (node.isContainer() && node.size() == 1) {
      if (node instanceof ArrayNode list) {
        path.add(Integer.toString(selected.position(list, 0)));
        node = list.get(0);
      } else {
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        path.add(only.getKey());
        node = only.getValue();
      }
      chain.add(node);
    }
    if (node.isString()) {
      return new Target(Unit.CHARACTERS, chain, path);
    } else if (node.isContainer()) {
      return new Target(node.isObject() ? Unit.MEMBERS : Unit.ITEMS, chain, path);
    }
    return null;
  }

  /** Looks for the longest list. */
  private static final class Finder {
    private final Selected selected;
    private @Nullable Target longest;
    private long size;

    Finder(Selected selected) {
      this.selected = selected;
    }

    void visit(List<JsonNode> chain, List<String> path) {
      JsonNode node = chain.get(chain.size() - 1);
      if (node instanceof ArrayNode list && selected.isChosen(list)) {
        for (int i = 0; i < list.size(); i++) {
          visit(plus(chain, list.get(i)), plus(path, Integer.toString(selected.position(list, i))));
        }
      } else if (node instanceof ArrayNode) {
        consider(new Target(Unit.ITEMS, chain, path));
      } else if (node instanceof ObjectNode object && object.size() > MOST_MEMBERS) {
        consider(new Target(Unit.MEMBERS, chain, path));
      } else if (node instanceof ObjectNode object) {
        object.forEachEntry((name, value) -> visit(plus(chain, value), plus(path, name)));
      }
    }

    private void consider(Target found) {
      long length = ShownSize.of(found.node(), Long.MAX_VALUE);
      if (longest == null || length > size) {
        longest = found;
        size = length;
      }
    }

    private static <T> List<T> plus(List<T> list, T last) {
      List<T> longer = new ArrayList<>(list);
      longer.add(last);
      return longer;
    }
  }
}
