package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.list.ListPlace;
import dev.dragoman.runtime.execute.mock.list.PageRequest;
import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Shape;
import dev.dragoman.runtime.execute.mock.value.Variation;
import dev.dragoman.runtime.media.ResponseMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items with which a list begins: those of the document's example or a sample, and variations
 * of them.
 *
 * @param body the sample of the response
 * @param place where its items are
 * @param base the items of the sample; at least one
 * @param item the flattened schema of an item
 * @param shape what an item may have besides those of the sample
 * @param id the property that identifies an item; empty if there is none
 * @param count the number of items
 */
record Listing(
    JsonNode body,
    ListPlace place,
    List<ObjectNode> base,
    ObjectNode item,
    Shape shape,
    String id,
    int count,
    Variation variation) {
  private static final int ITEMS = 3;

  /** More than one page of the usual sizes. */
  private static final int PAGED_ITEMS = 25;

  /**
   * The list that an operation returns; empty if its response is not a list of objects.
   *
   * @param details the operation in the catalog
   * @param collection the name of the collection
   * @param variable the variable in the paths of its items; empty if there is none
   */
  static Optional<Listing> of(
      JsonNode details,
      MockResponse response,
      String collection,
      String variable,
      Samples samples) {
    if (response.mediaType().filter(type -> isData(type, response.media())).isEmpty()) {
      return Optional.empty();
    }
    JsonNode body = samples.value(response.media());
    return place(details, body, collection)
        .map(place -> of(details, response, body, place, variable, samples));
  }

  /** JSON, or another format that is written from JSON. */
  private static boolean isData(String type, JsonNode media) {
    return ResponseMedia.of(Optional.of(type)).isJson()
        || (media.path("examples").isEmpty() && MediaSample.isStructured(type));
  }

  private static Optional<ListPlace> place(JsonNode details, JsonNode body, String collection) {
    String items = details.path("paging").path("items").asString("");
    String declared = items.startsWith("/") ? items.substring(1).replace('/', '.') : items;
    Optional<ListPlace> named =
        Optional.of(new ListPlace(List.of(declared.split("\\.", -1))))
            .filter(place -> !declared.isEmpty() && place.in(body).path(0).isObject());
    return named.or(() -> ListPlace.find(body, collection));
  }

  private static Listing of(
      JsonNode details,
      MockResponse response,
      JsonNode body,
      ListPlace place,
      String variable,
      Samples samples) {
    List<ObjectNode> base = new ArrayList<>();
    for (JsonNode one : place.in(body).values()) {
      if (one instanceof ObjectNode object) {
        base.add(object);
      }
    }
    ObjectNode list = samples.flat(response.media().path("schema"), place.path());
    ObjectNode item = samples.flat(list.path("items"));
    boolean paged = PageRequest.of(details, name -> Optional.empty()).isPresent();
    int count = paged ? PAGED_ITEMS : Math.max(base.size() == 1 ? ITEMS : 0, base.size());
    return new Listing(
        body,
        place,
        base,
        item,
        Shape.of(item, samples::flat),
        Names.id(base.get(0), variable).orElse(""),
        paged ? count : Math.min(count, list.path("maxItems").asInt(count)),
        new Variation(name -> samples.flat(item.path("properties").path(name))));
  }

  /** One of the items. */
  ObjectNode seed(int index) {
    return variation.of(base.get(index % base.size()), id, index / base.size());
  }

  /** The id of one of the items, as text; empty if it has none. */
  String seedId(int index) {
    ObjectNode ids = variation.identity(base.get(index % base.size()), id, index / base.size());
    return ids.path(id).asString("");
  }

  /** The index of the item with an id. */
  OptionalInt find(String wanted) {
    for (int index = 0; index < count; index++) {
      ObjectNode ids = variation.identity(base.get(index % base.size()), id, index / base.size());
      if (ids.values().stream().anyMatch(value -> value.asString("").equals(wanted))) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }
}
