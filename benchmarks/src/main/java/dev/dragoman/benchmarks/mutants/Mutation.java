package dev.dragoman.benchmarks.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Breaks a document in a few places: deletes, duplicates, renames or changes the type of a value.
 */
final class Mutation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_CHANGES = 3;
  private static final List<String> ODD_NAMES =
      List.of("", "$ref", "type", "class", "a/b", "..", "x y", "{id}", "\u202e", "\u0430", "0");

  private final Random random;

  private Mutation(Random random) {
    this.random = random;
  }

  /** The location of a value: a member of an object or an item of an array. */
  private record Place(JsonNode holder, String name, int index) {
    JsonNode value() {
      return holder.isObject() ? holder.path(name) : holder.path(index);
    }
  }

  /** Changes a document in place; the same seed makes the same changes. */
  static void apply(JsonNode document, long seed) {
    Mutation mutation = new Mutation(new Random(seed));
    int changes = 1 + mutation.random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      List<Place> places = new ArrayList<>();
      collect(document, places);
      if (!places.isEmpty()) {
        mutation.change(mutation.pick(places), mutation.pick(places));
      }
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    for (String name : node.propertyNames()) {
      places.add(new Place(node, name, -1));
      collect(node.path(name), places);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
      collect(node.path(i), places);
    }
  }

  private void change(Place place, Place other) {
    switch (random.nextInt(5)) {
      case 0 -> delete(place);
      case 1 -> duplicate(place, place.value().deepCopy());
      case 2 -> set(place, retyped(place.value()));
      case 3 -> rename(place, other.name());
      default -> set(place, other.value().deepCopy());
    }
  }

  private static void delete(Place place) {
    if (place.holder() instanceof ObjectNode object) {
      object.remove(place.name());
    } else {
      ((ArrayNode) place.holder()).remove(place.index());
    }
  }

  private static void duplicate(Place place, JsonNode copy) {
    if (place.holder() instanceof ObjectNode object) {
      object.set(place.name() + "_", copy);
    } else {
      ((ArrayNode) place.holder()).insert(place.index(), copy);
    }
  }

  private static void set(Place place, JsonNode value) {
    if (place.holder() instanceof ObjectNode object) {
      object.set(place.name(), value);
    } else {
      ((ArrayNode) place.holder()).set(place.index(), value);
    }
  }

  private JsonNode retyped(JsonNode value) {
    List<JsonNode> others = new ArrayList<>();
    others.add(NODES.nullNode());
    others.add(NODES.booleanNode(random.nextBoolean()));
    others.add(NODES.numberNode(random.nextInt()));
    others.add(NODES.stringNode(pick(ODD_NAMES)));
    others.add(NODES.arrayNode().add(value.deepCopy()));
    others.add(NODES.objectNode().set(pick(ODD_NAMES), value.deepCopy()));
    return pick(others);
  }

  /**
   * Renames a member to the name of another value, or to one that no document contains on purpose;
   * keeps the order.
   */
  private void rename(Place place, String another) {
    if (!(place.holder() instanceof ObjectNode object)) {
      delete(place);
      return;
    }
    String name = another.isEmpty() || random.nextInt(3) == 0 ? pick(ODD_NAMES) : another;
    List<Map.Entry<String, JsonNode>> members = List.copyOf(object.properties());
    object.removeAll();
    members.forEach(
        member ->
            object.set(
                member.getKey().equals(place.name()) ? name : member.getKey(), member.getValue()));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
