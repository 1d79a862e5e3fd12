package dev.dragoman.runtime.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The resources below a root on the class path; shards are kept as long as memory allows. */
final class CatalogResources {
  private final Class<?> anchor;
  private final String root;
  private final Map<String, SoftReference<Shard>> shards = new ConcurrentHashMap<>();

  CatalogResources(Class<?> anchor, String root) {
    this.anchor = anchor;
    this.root = root.isEmpty() || root.endsWith("/") ? root : root + "/";
  }

  /**
   * A shard, read again if it is not in memory (any more).
   *
   * @throws IllegalStateException if it is not there or cannot be read
   */
  Shard shard(String name) {
    SoftReference<Shard> known = shards.get(name);
    @Nullable Shard kept = known == null ? null : known.get();
    if (kept != null) {
      return kept;
    }
    Shard read = new Shard(bytes(name));
    shards.put(name, new SoftReference<>(read));
    return read;
  }

  /** The whole resource. */
  byte[] bytes(String name) {
    try (InputStream in = anchor.getResourceAsStream(root + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The catalog's resource " + root + name + " is missing; build the server again.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  JsonNode parse(String name, byte[] json) {
    try {
      return CatalogJson.MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw damaged(name, e);
    }
  }

  /** What to throw for a resource that does not hold what it should. */
  IllegalStateException damaged(String name, @Nullable Exception cause) {
    return new IllegalStateException(
        "The catalog's resource " + root + name + " is damaged; build the server again.", cause);
  }
}
