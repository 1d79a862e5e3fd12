package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the items of a list are in a response.
 *
 * @param path the names of the members that lead to the array; empty if the response is the array
 */
public record ListPlace(List<String> path) {
  private static final List<String> USUAL =
      List.of("data", "items", "results", "values", "records", "entries", "content", "value");

  public ListPlace {
    path = List.copyOf(path);
  }

  /**
   * The place of the items: the array itself, the only array of objects in an object or in an
   * object inside it, or one with a usual name.
   *
   * @param collection the name of the collection, which the array may have
   */
  public static Optional<ListPlace> find(JsonNode body, String collection) {
    if (body.isArray()) {
      return isList(body) ? Optional.of(new ListPlace(List.of())) : Optional.empty();
    }
    Optional<String> here = member(body, collection);
    if (here.isPresent()) {
      return here.map(name -> new ListPlace(List.of(name)));
    }
    for (String name : body.propertyNames()) {
      Optional<String> inner =
          body.path(name).isObject() ? member(body.path(name), collection) : Optional.empty();
      if (inner.isPresent()) {
        return Optional.of(new ListPlace(List.of(name, inner.get())));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> member(JsonNode object, String collection) {
    List<String> lists = new ArrayList<>();
    object.forEachEntry(
        (name, value) -> {
          if (value.isArray() && isList(value)) {
            lists.add(name);
          }
        });
    if (lists.size() == 1) {
      return Optional.of(lists.get(0));
    }
    String plain = Names.plain(collection);
    return Stream.concat(Stream.of(plain).filter(name -> !name.isEmpty()), USUAL.stream())
        .flatMap(name -> lists.stream().filter(list -> Names.plain(list).equals(name)))
        .findFirst();
  }

  private static boolean isList(JsonNode array) {
    return array.path(0).isObject();
  }

  /** The array. */
  public JsonNode in(JsonNode body) {
    JsonNode found = body;
    for (String name : path) {
      found = found.path(name);
    }
    return found;
  }

  /** The response with other items. */
  public JsonNode with(JsonNode body, ArrayNode items) {
    if (path.isEmpty()) {
      return items;
    }
    JsonNode holder = body;
    for (String name : path.subList(0, path.size() - 1)) {
      holder = holder.path(name);
    }
    ((ObjectNode) holder).set(path.get(path.size() - 1), items);
    return body;
  }
}
