package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.state.Address;
import dev.dragoman.runtime.execute.mock.state.CallerState;
import dev.dragoman.runtime.execute.mock.state.StoredItem;
import dev.dragoman.runtime.execute.mock.state.StoredItem.Origin;
import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import dev.dragoman.runtime.execute.mock.value.Variation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Adds items to collections, with ids of the kind that the document's samples have. */
final class NewItems {
  private static final int ATTEMPTS = 10_000;

  private final Samples samples;
  private final BiFunction<MockCall, CallerState, Optional<Items>> items;

  NewItems(Samples samples, BiFunction<MockCall, CallerState, Optional<Items>> items) {
    this.samples = samples;
    this.items = items;
  }

  /**
   * An item that was added.
   *
   * @param values those of the request, and its ids
   * @param location the path of the item
   */
  record Created(ObjectNode values, String location) {}

  /**
   * What new items are made of.
   *
   * @param sample an item of the collection
   * @param id the property that identifies an item; empty if there is none
   */
  private record Model(ObjectNode sample, String id, Variation variation, Optional<Items> items) {}

  /** Adds items; returns the last one. */
  Created add(MockCall call, CallerState state, List<JsonNode> added) {
    Model model = model(call, state);
    Created last = new Created(JsonNodeFactory.instance.objectNode(), "");
    for (JsonNode one : added) {
      last = add(call, state, model, one);
    }
    return last;
  }

  private Model model(MockCall call, CallerState state) {
    Optional<Items> existing = items.apply(call, state);
    if (existing.isPresent()) {
      Listing listing = existing.get().listing();
      return new Model(listing.base().get(0), listing.id(), listing.variation(), existing);
    }
    Optional<ItemView> view = ItemView.of(call, samples);
    ObjectNode sample = view.map(ItemView::item).orElseGet(JsonNodeFactory.instance::objectNode);
    JsonNode schema =
        view.<JsonNode>map(ItemView::schema).orElseGet(JsonNodeFactory.instance::missingNode);
    Variation variation = new Variation(name -> samples.flat(schema.path("properties").path(name)));
    return new Model(sample, view.map(ItemView::id).orElse(""), variation, Optional.empty());
  }

  private static Created add(MockCall call, CallerState state, Model model, JsonNode given) {
    String collection = call.path();
    String kind = Address.of(collection).id();
    ObjectNode wanted =
        given instanceof ObjectNode object ? object : Overlay.reference(model.sample(), given);
    ObjectNode values = wanted;
    String id = "";
    for (int attempt = 0; attempt < ATTEMPTS && isTaken(id, collection, model, state); attempt++) {
      int number = state.next(kind);
      int index = number + model.items().map(found -> found.listing().count() - 1).orElse(0);
      values =
          Overlay.merged(model.variation().identity(model.sample(), model.id(), index), wanted);
      id = values.path(model.id()).asString("");
      id = id.isEmpty() ? kind + "-" + number : id;
      if (Names.property(wanted, model.id()).isPresent()) {
        break;
      }
    }
    Set<String> ids = new HashSet<>(Set.of(id));
    for (String name : Names.identity(values, model.id())) {
      ids.add(values.path(name).asString(""));
    }
    state.put(new Address(collection, id), new StoredItem(ids, values.toString(), Origin.CREATED));
    return new Created(values, location(call, id));
  }

  private static boolean isTaken(String id, String collection, Model model, CallerState state) {
    return id.isEmpty()
        || state.here(new Address(collection, id)).isPresent()
        || model.items().flatMap(existing -> existing.seed(id)).isPresent();
  }

  private static String location(MockCall call, String id) {
    String raw = call.request().rawPath().replaceFirst("/+$", "");
    String representation = raw.substring(call.path().length());
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return call.path() + "/" + segment + representation;
  }
}
