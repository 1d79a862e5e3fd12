package dev.dragoman.generator.spec.identifier;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A schema resource (JSON Schema 2020-12 core, section 4.3.5): a schema with an identifier, and
 * everything inside it except further resources. A file is a resource, too, identified by the
 * location from which it was read.
 */
public final class Resource {
  private final URI uri;
  private final Place root;
  private final Map<String, Place> anchors = new HashMap<>();
  private final Map<String, Place> dynamicAnchors = new HashMap<>();

  Resource(URI uri, Place root) {
    this.uri = uri;
    this.root = root;
  }

  /** The base URI of references inside it. */
  URI uri() {
    return uri;
  }

  /** The complete schema. */
  public Place root() {
    return root;
  }

  /** The schema with this {@code $anchor} or {@code $dynamicAnchor}. */
  public Optional<Place> anchor(String name) {
    return Optional.ofNullable(anchors.get(name));
  }

  /** The schemas with a {@code $dynamicAnchor}, by name. */
  public Map<String, Place> dynamicAnchors() {
    return Map.copyOf(dynamicAnchors);
  }

  /** Adds an anchor; the first one with a name counts. */
  void anchor(String name, Place place, boolean dynamic) {
    anchors.putIfAbsent(name, place);
    if (dynamic) {
      dynamicAnchors.putIfAbsent(name, place);
    }
  }
}
