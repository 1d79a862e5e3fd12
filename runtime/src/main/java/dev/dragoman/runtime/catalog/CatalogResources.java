package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The resources below a root on the class path; shards are cached as long as memory allows. */
final class CatalogResources {
  private final Class<?> anchor;
  private final String root;
  private final SoftCache<String, Shard> shards = new SoftCache<>();

  CatalogResources(Class<?> anchor, String root) {
    this.anchor = anchor;
    this.root = root.isEmpty() || root.endsWith("/") ? root : root + "/";
  }

  /**
   * A shard, which is read again if it is not (or no longer) in memory.
   *
   * @throws IllegalStateException if it is missing or cannot be read
   */
  Shard shard(String name) {
    return shards.get(name, () -> new Shard(bytes(name)));
  }

  /** The complete resource. */
  byte[] bytes(String name) {
    try (InputStream in = anchor.getResourceAsStream(root + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The catalog's resource " + root + name + " is missing; rebuild the server.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  JsonNode parse(String name, byte[] json) {
    try {
      return JsonReader.forResources().read(json);
    } catch (JacksonException e) {
      throw damaged(name, e);
    }
  }

  /** The exception for a resource with invalid content. */
  IllegalStateException damaged(String name, @Nullable Exception cause) {
    return new IllegalStateException(
        "The catalog's resource " + root + name + " is damaged; rebuild the server.", cause);
  }
}
