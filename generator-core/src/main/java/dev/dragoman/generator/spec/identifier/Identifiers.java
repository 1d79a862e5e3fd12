package dev.dragoman.generator.spec.identifier;

import dev.dragoman.generator.model.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The identifiers in the files of a document (JSON Schema 2020-12 core, section 8.2; OpenAPI 3.1.1,
 * "Base URI Within Content"; OpenAPI 3.2, {@code $self}). Of two resources with one identifier the
 * first counts.
 */
public final class Identifiers {
  private final Map<String, Resource> byUri = new HashMap<>();
  private final Map<String, Resource> files = new HashMap<>();

  /** Of schemas that stand in a resource other than their file. */
  private final IdentityHashMap<Json, Resource> resources = new IdentityHashMap<>();

  private boolean dynamic;

  /**
   * Looks for the identifiers of a file.
   *
   * @param key the file in canonical references
   * @param path where it lies, absolute
   */
  public void add(String key, String path, Json root) {
    URI retrieval = retrieval(path);
    String self = root instanceof Json.Obj object ? object.text("$self") : null;
    URI base = self == null ? retrieval : resolved(retrieval, self).orElse(retrieval);
    Resource file = new Resource(base, new Place(key + "#", root));
    files.put(key, file);
    byUri.putIfAbsent(retrieval.toString(), file);
    byUri.putIfAbsent(base.toString(), file);
    new ResourceReader(this, key).read(root, file);
  }

  private static URI retrieval(String path) {
    try {
      return new URI("file", "local", path.startsWith("/") ? path : "/" + path, null);
    } catch (URISyntaxException e) {
      return URI.create("file://local/");
    }
  }

  Resource open(URI uri, Place root) {
    Resource resource = new Resource(uri, root);
    Resource first = byUri.putIfAbsent(uri.toString(), resource);
    return first == null ? resource : new Resource(uri, root);
  }

  void member(Json.Obj schema, Resource resource) {
    resources.put(schema, resource);
    schema
        .members()
        .forEach(
            (name, value) -> {
              if (name.equals("$ref") || name.equals("$dynamicRef")) {
                resources.put(value, resource);
              }
            });
  }

  void dynamicReference() {
    dynamic = true;
  }

  /** Whether a {@code $dynamicRef} was met. */
  public boolean isDynamic() {
    return dynamic;
  }

  /**
   * The resource in which a schema or reference stands.
   *
   * @param key of the file it stands in
   */
  public Optional<Resource> of(Json value, String key) {
    Resource own = resources.get(value);
    return Optional.ofNullable(own == null ? files.get(key) : own);
  }

  /**
   * The resource that a reference means.
   *
   * @param from where the reference stands
   * @param reference what it says before the fragment
   */
  public Optional<Resource> meant(Resource from, String reference) {
    return reference.isEmpty()
        ? Optional.of(from)
        : resolved(from.uri(), reference).map(uri -> byUri.get(uri.toString()));
  }

  /** RFC 3986, section 5.2; empty when the reference is not a URI reference. */
  static Optional<URI> resolved(URI base, String reference) {
    try {
      URI uri = new URI(reference);
      URI whole = uri.isAbsolute() || base.isOpaque() ? uri : base.resolve(uri);
      return Optional.of(whole.normalize());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
