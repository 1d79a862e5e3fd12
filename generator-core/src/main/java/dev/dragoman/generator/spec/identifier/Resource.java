package dev.dragoman.generator.spec.identifier;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A schema resource (JSON Schema 2020-12 core, section 4.3.5): a schema with an identifier and what
 * stands in it, without the resources inside. A file is one too, by the place it was read from.
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

  /** The base of the references in it. */
  URI uri() {
    return uri;
  }

  /** The schema as a whole. */
  public Place root() {
    return root;
  }

  /** The schema that an {@code $anchor} or a {@code $dynamicAnchor} names. */
  public Optional<Place> anchor(String name) {
    return Optional.ofNullable(anchors.get(name));
  }

  /** The schemas that a {@code $dynamicAnchor} names. */
  public Map<String, Place> dynamicAnchors() {
    return Map.copyOf(dynamicAnchors);
  }

  void anchor(String name, Place place, boolean dynamic) {
    anchors.putIfAbsent(name, place);
    if (dynamic) {
      dynamicAnchors.putIfAbsent(name, place);
    }
  }
}
