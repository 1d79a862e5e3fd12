package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.state.Address;
import dev.dragoman.runtime.execute.mock.state.CallerState;
import dev.dragoman.runtime.execute.mock.state.StoredItem;
import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import dev.dragoman.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of one collection as a caller sees them: those that the caller has created, the latest
 * first, then those with which the list begins, as the caller has changed them.
 */
record Items(Listing listing, CallerState state, String collection) {

  List<ObjectNode> all() {
    List<ObjectNode> items = new ArrayList<>();
    List<String> seeds = seeds();
    Set<String> known = new HashSet<>(seeds);
    for (StoredItem stored : state.latest(collection)) {
      if (stored.ids().stream().noneMatch(known::contains)) {
        items.add(with(listing.base().get(0).deepCopy(), stored));
      }
    }
    for (int index = 0; index < seeds.size(); index++) {
      Address address = new Address(collection, seeds.get(index));
      if (!state.isDeleted(address)) {
        items.add(seed(index, state.here(address)));
      }
    }
    return items;
  }

  /** The ids of the items with which the list begins. */
  private List<String> seeds() {
    List<String> ids = new ArrayList<>();
    for (int index = 0; index < listing.count() && !state.startsEmpty(collection); index++) {
      ids.add(listing.seedId(index));
    }
    return ids;
  }

  /** The item with which the list began, without changes; empty for every other id. */
  Optional<ObjectNode> seed(String id) {
    OptionalInt index = state.startsEmpty(collection) ? OptionalInt.empty() : listing.find(id);
    return index.isPresent() ? Optional.of(listing.seed(index.getAsInt())) : Optional.empty();
  }

  /** The ids of the item with which the list began; empty for every other id. */
  List<String> seedIds(String id) {
    return seed(id).stream()
        .flatMap(
            item ->
                Names.identity(item, listing.id()).stream()
                    .map(name -> item.path(name).asString("")))
        .toList();
  }

  private ObjectNode seed(int index, Optional<StoredItem> stored) {
    boolean replaced =
        stored.filter(item -> item.origin() == StoredItem.Origin.REPLACED).isPresent();
    ObjectNode item = replaced ? listing.base().get(0).deepCopy() : listing.seed(index);
    return stored.map(changes -> with(item, changes)).orElse(item);
  }

  private ObjectNode with(ObjectNode item, StoredItem stored) {
    Overlay.apply(item, values(stored), listing.shape());
    return item;
  }

  static ObjectNode values(StoredItem stored) {
    return (ObjectNode) JsonReader.forResponses().read(stored.values());
  }
}
