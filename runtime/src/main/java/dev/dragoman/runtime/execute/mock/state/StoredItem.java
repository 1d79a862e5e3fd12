package dev.dragoman.runtime.execute.mock.state;

import java.util.Objects;
import java.util.Set;

/**
 * What a caller has done to one item.
 *
 * @param ids the values by which it is known
 * @param values its values as a JSON object, without those that come from the document
 * @param origin how it came into being
 */
public record StoredItem(Set<String> ids, String values, Origin origin) {
  /** What is kept for an item besides its values, in bytes. */
  private static final int OVERHEAD = 200;

  /** How an item came into being. */
  public enum Origin {
    /** The caller created it. */
    CREATED,
    /** It was there, and the caller changed some of its values. */
    CHANGED,
    /** It was there, and the caller replaced all of its values. */
    REPLACED
  }

  public StoredItem {
    ids = Set.copyOf(ids);
    Objects.requireNonNull(values);
    Objects.requireNonNull(origin);
  }

  /** About how much memory it takes, in bytes. */
  int size() {
    return OVERHEAD + 2 * (values.length() + ids.stream().mapToInt(String::length).sum());
  }
}
