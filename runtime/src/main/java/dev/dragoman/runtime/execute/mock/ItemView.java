package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import dev.dragoman.runtime.execute.mock.value.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The response of an operation that returns one item.
 *
 * @param body the sample of the whole response
 * @param item the item in it: the body itself, or an object inside it
 * @param schema the flattened schema of the item
 * @param shape what the item may have besides
 * @param id the property that identifies the item; empty if there is none
 */
record ItemView(JsonNode body, ObjectNode item, ObjectNode schema, Shape shape, String id) {
  private static final Set<String> WRAPPERS =
      Set.of("data", "result", "item", "record", "object", "entity", "value", "response");

  /** The item in the response of a call; empty if the response is not an object. */
  static Optional<ItemView> of(MockCall call, Samples samples) {
    return of(call.response(), call.place().variable(), call.name(), samples);
  }

  static Optional<ItemView> of(
      MockResponse response, String variable, String collection, Samples samples) {
    if (response.mediaType().filter(MediaSample::isStructured).isEmpty()
        || !(samples.value(response.media()) instanceof ObjectNode body)) {
      return Optional.empty();
    }
    JsonNode schema = response.media().path("schema");
    Optional<String> wrapper = wrapper(body, collection);
    ObjectNode item = wrapper.map(name -> (ObjectNode) body.path(name)).orElse(body);
    ObjectNode flat = samples.flat(schema, wrapper.map(List::of).orElse(List.of()));
    return Optional.of(
        new ItemView(
            body, item, flat, Shape.of(flat, samples::flat), Names.id(item, variable).orElse("")));
  }

  /** The member that is the item, if the body only wraps it. */
  private static Optional<String> wrapper(ObjectNode body, String collection) {
    if (!Names.identity(body, "").isEmpty()) {
      return Optional.empty();
    }
    String plural = Names.plain(collection);
    return body.propertyNames().stream()
        .filter(name -> body.path(name).isObject())
        .filter(name -> !Names.identity(body.path(name), "").isEmpty())
        .filter(
            name -> WRAPPERS.contains(Names.plain(name)) || isSingular(Names.plain(name), plural))
        .findFirst();
  }

  private static boolean isSingular(String name, String plural) {
    return name.length() > 2 && plural.startsWith(name.substring(0, name.length() - 1));
  }

  /** Sets values of the item. */
  void set(JsonNode values) {
    Overlay.apply(item, values, shape);
  }
}
