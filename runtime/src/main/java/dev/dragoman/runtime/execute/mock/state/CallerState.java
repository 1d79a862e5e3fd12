package dev.dragoman.runtime.execute.mock.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items of one caller. Within bounds: a change that does not fit is refused. Not thread-safe:
 * hold its lock.
 */
public final class CallerState {
  static final int MAX_ITEMS = 2_000;
  static final int MAX_BYTES = 2_000_000;

  private static final int NAME_BYTES = 100;

  private final Map<String, Map<String, StoredItem>> collections = new HashMap<>();
  private final Set<Address> deleted = new HashSet<>();
  private final Set<String> cleared = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int items;

  /** Read without the lock, to sum up what all callers have. */
  private final AtomicInteger bytes = new AtomicInteger();

  CallerState() {}

  /** Thrown if a change does not fit into what is kept for a caller. */
  public static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullException() {
      super(
          "The mock keeps at most %d items and %d bytes of a caller. Restart the server to begin anew."
              .formatted(MAX_ITEMS, MAX_BYTES));
    }
  }

  /** What was done to an item of this collection. */
  public Optional<StoredItem> here(Address address) {
    return items(address.collection()).stream()
        .filter(item -> item.ids().contains(address.id()))
        .findFirst();
  }

  /** What was done to an item; one of another collection of the same name if its id is known. */
  public Optional<StoredItem> find(Address address) {
    return here(address)
        .or(() -> elsewhere(address).flatMap(other -> Optional.ofNullable(get(other))));
  }

  private @Nullable StoredItem get(Address address) {
    return collections.getOrDefault(address.collection(), Map.of()).get(address.id());
  }

  /**
   * The address under which an item is kept: its own, or that under which it was created, as for
   * {@code /issues/7/comments} and {@code /issues/comments/1}.
   */
  public Address kept(Address address) {
    Map<String, StoredItem> here = collections.getOrDefault(address.collection(), Map.of());
    for (Map.Entry<String, StoredItem> item : here.entrySet()) {
      if (item.getValue().ids().contains(address.id())) {
        return new Address(address.collection(), item.getKey());
      }
    }
    return elsewhere(address).orElse(address);
  }

  private Optional<Address> elsewhere(Address address) {
    for (Map.Entry<String, Map<String, StoredItem>> collection : collections.entrySet()) {
      if (Address.isSame(collection.getKey(), address.collection())) {
        for (Map.Entry<String, StoredItem> item : collection.getValue().entrySet()) {
          boolean created = item.getValue().origin() == StoredItem.Origin.CREATED;
          if (created && item.getValue().ids().contains(address.id())) {
            return Optional.of(new Address(collection.getKey(), item.getKey()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The items of a collection that the caller has created or changed; the oldest first. */
  public List<StoredItem> items(String collection) {
    return List.copyOf(collections.getOrDefault(collection, Map.of()).values());
  }

  /** The same, the latest first. */
  public List<StoredItem> latest(String collection) {
    List<StoredItem> latest = new ArrayList<>(items(collection));
    Collections.reverse(latest);
    return latest;
  }

  /** Whether the caller has changed anything in a collection. */
  public boolean isTouched(String collection) {
    return collections.containsKey(collection)
        || cleared.contains(collection)
        || deleted.stream().anyMatch(address -> address.collection().equals(collection));
  }

  /**
   * Keeps an item.
   *
   * @throws FullException if there is no space
   */
  public void put(Address address, StoredItem item) {
    StoredItem before = get(address);
    List<Address> again =
        Stream.concat(Stream.of(address.id()), item.ids().stream())
            .map(id -> new Address(address.collection(), id))
            .filter(deleted::contains)
            .distinct()
            .toList();
    reserve(
        (before == null ? 1 : 0) - again.size(),
        item.size()
            - (before == null ? 0 : before.size())
            - again.stream().mapToInt(CallerState::size).sum());
    again.forEach(deleted::remove);
    collections
        .computeIfAbsent(address.collection(), name -> new LinkedHashMap<>())
        .put(address.id(), item);
  }

  /**
   * Removes an item; from then on it is {@linkplain #isGone gone}.
   *
   * @throws FullException if there is no space to remember that
   */
  public void delete(Address address) {
    StoredItem before = get(address);
    boolean first = !deleted.contains(address);
    reserve(
        (first ? 1 : 0) - (before == null ? 0 : 1),
        (first ? size(address) : 0) - (before == null ? 0 : before.size()));
    if (before != null) {
      collections.getOrDefault(address.collection(), Map.of()).remove(address.id());
    }
    deleted.add(address);
  }

  private static int size(Address address) {
    return NAME_BYTES + 2 * (address.collection().length() + address.id().length());
  }

  /**
   * Removes all items of a collection.
   *
   * @throws FullException if there is no space to remember that
   */
  public void clear(String collection) {
    List<StoredItem> removed = items(collection);
    boolean first = !cleared.contains(collection);
    reserve(
        (first ? 1 : 0) - removed.size(),
        (first ? NAME_BYTES + 2 * collection.length() : 0)
            - removed.stream().mapToInt(StoredItem::size).sum());
    collections.remove(collection);
    cleared.add(collection);
  }

  /** Whether a collection was emptied, or belongs to an item that was new and therefore empty. */
  public boolean startsEmpty(String collection) {
    return cleared.contains(collection)
        || Address.chain(collection).stream()
            .flatMap(address -> here(address).stream())
            .anyMatch(item -> item.origin() == StoredItem.Origin.CREATED);
  }

  /** Whether the item at a path, or one that contains it, was deleted. */
  public boolean isGone(String path) {
    return !deleted.isEmpty() && Address.chain(path).stream().anyMatch(deleted::contains);
  }

  /** Whether the item itself was deleted. */
  public boolean isDeleted(Address address) {
    return deleted.contains(address);
  }

  /** Whether the collection was emptied. */
  public boolean isCleared(String collection) {
    return cleared.contains(collection);
  }

  /** The number of the next new item of a kind, from 1. */
  public int next(String kind) {
    return numbers.merge(kind, 1, Integer::sum);
  }

  private void reserve(int moreItems, int moreBytes) {
    if ((moreItems > 0 && items + moreItems > MAX_ITEMS)
        || (moreBytes > 0 && bytes.get() + moreBytes > MAX_BYTES)) {
      throw new FullException();
    }
    items += moreItems;
    bytes.addAndGet(moreBytes);
  }

  int bytes() {
    return bytes.get();
  }
}
