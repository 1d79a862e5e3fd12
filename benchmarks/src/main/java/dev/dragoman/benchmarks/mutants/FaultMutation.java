package dev.dragoman.benchmarks.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a document one typical human error: deletes one definition, changes the type of one node or
 * breaks one reference.
 */
final class FaultMutation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Members of {@code components}, or of a Swagger 2.0 document, that contain definitions. */
  private static final Set<String> HOMES =
      Set.of(
          "schemas",
          "parameters",
          "responses",
          "requestBodies",
          "headers",
          "examples",
          "links",
          "securitySchemes",
          "definitions",
          "securityDefinitions");

  private final Random random;

  private FaultMutation(Random random) {
    this.random = random;
  }

  /** A member of an object or an item of an array, and how to change it. */
  private record Place(JsonNode holder, String name, int index) {
    JsonNode value() {
      return holder.isObject() ? holder.path(name) : holder.path(index);
    }

    void set(JsonNode value) {
      if (holder instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) holder).set(index, value);
      }
    }
  }

  /**
   * Changes a document in place; the same seed makes the same error. Returns a description of it.
   */
  static String apply(JsonNode document, long seed) {
    return new FaultMutation(new Random(seed)).change(document, (int) Math.floorMod(seed, 3L));
  }

  private String change(JsonNode document, int kind) {
    List<Place> definitions = definitions(document);
    List<Place> all = new ArrayList<>();
    collect(document, all);
    List<Place> references =
        all.stream()
            .filter(place -> place.name().equals("$ref") && place.value().isString())
            .toList();
    if (kind == 0 && !definitions.isEmpty()) {
      Place place = pick(definitions);
      ((ObjectNode) place.holder()).remove(place.name());
      return "without the definition " + place.name();
    }
    if (kind == 1 && !references.isEmpty()) {
      Place place = pick(references);
      String broken = place.value().stringValue() + pick(List.of("Gone", "/gone", "s"));
      place.set(NODES.stringNode(broken));
      return "reference " + broken;
    }
    Place place = pick(all);
    JsonNode retyped = retyped(place.value());
    place.set(retyped);
    return "retyped " + place.name() + " to " + retyped.getNodeType();
  }

  private static List<Place> definitions(JsonNode document) {
    List<Place> found = new ArrayList<>();
    for (JsonNode root : List.of(document, document.path("components"))) {
      for (String home : HOMES) {
        root.path(home).propertyNames().forEach(name -> found.add(place(root.path(home), name)));
      }
    }
    return found;
  }

  private static Place place(JsonNode holder, String name) {
    return new Place(holder, name, -1);
  }

  private static void collect(JsonNode node, List<Place> places) {
    for (String name : node.propertyNames()) {
      places.add(place(node, name));
      collect(node.path(name), places);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
      collect(node.path(i), places);
    }
  }

  /** A value of another type. */
  private JsonNode retyped(JsonNode value) {
    List<JsonNode> others = new ArrayList<>();
    others.add(NODES.nullNode());
    others.add(NODES.booleanNode(random.nextBoolean()));
    others.add(NODES.numberNode(random.nextInt(1000)));
    others.add(NODES.stringNode("text"));
    others.add(NODES.arrayNode().add(value.deepCopy()));
    others.add(NODES.objectNode().set("value", value.deepCopy()));
    others.removeIf(other -> other.getNodeType() == value.getNodeType());
    return pick(others);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
