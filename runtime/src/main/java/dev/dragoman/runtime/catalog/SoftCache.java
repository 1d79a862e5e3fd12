package dev.dragoman.runtime.catalog;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values that can be read again, kept as long as memory allows. Thread-safe. */
final class SoftCache<K, V> {
  private final Map<K, SoftReference<V>> values = new ConcurrentHashMap<>();

  /** The value of a key, which is read if it is not (or no longer) in memory. */
  V get(K key, Supplier<V> reader) {
    SoftReference<V> known = values.get(key);
    @Nullable V kept = known == null ? null : known.get();
    if (kept != null) {
      return kept;
    }
    V read = reader.get();
    values.put(key, new SoftReference<>(read));
    return read;
  }
}
