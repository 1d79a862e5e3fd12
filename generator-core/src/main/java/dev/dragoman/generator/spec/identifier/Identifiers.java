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
 * "Base URI Within Content"; OpenAPI 3.2, {@code $self}). If two resources have the same
 * identifier, the first one counts.
 */
public final class Identifiers {
  private final Map<String, Resource> byUri = new HashMap<>();
  private final Map<String, Resource> files = new HashMap<>();

  /**
   * The resources of schemas that have their own; all others belong to the resource of their file.
   */
  private final IdentityHashMap<Json, Resource> resources = new IdentityHashMap<>();

  private boolean dynamic;

  /**
   * Collects the identifiers of a file.
   *
   * @param key the file in canonical references
   * @param path its absolute path
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

  /**
   * The retrieval URI of a file, against which its relative references and identifiers are resolved
   * (RFC 3986, section 5.1.3).
   */
  private static URI retrieval(String path) {
    try {
      return new URI("file", "local", path.startsWith("/") ? path : "/" + path, null);
    } catch (URISyntaxException e) {
      return URI.create("file://local/");
    }
  }

  /**
   * Creates a resource with an identifier; a second one with the same identifier cannot be found by
   * it.
   */
  Resource open(URI uri, Place root) {
    Resource resource = new Resource(uri, root);
    Resource first = byUri.putIfAbsent(uri.toString(), resource);
    return first == null ? resource : new Resource(uri, root);
  }

  /** Records the resource of a schema and of its references, which are resolved against it. */
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

  /** Records that a {@code $dynamicRef} occurs. */
  void dynamicReference() {
    dynamic = true;
  }

  /**
   * Whether a {@code $dynamicRef} was found. Without any, dynamic scopes need not be tracked at
   * all.
   */
  public boolean isDynamic() {
    return dynamic;
  }

  /**
   * The resource to which a schema or reference belongs.
   *
   * @param key the key of its file
   */
  public Optional<Resource> of(Json value, String key) {
    Resource own = resources.get(value);
    return Optional.ofNullable(own == null ? files.get(key) : own);
  }

  /**
   * The resource to which a reference refers.
   *
   * @param from the resource that contains the reference
   * @param reference the reference without its fragment
   */
  public Optional<Resource> meant(Resource from, String reference) {
    return reference.isEmpty()
        ? Optional.of(from)
        : resolved(from.uri(), reference).map(uri -> byUri.get(uri.toString()));
  }

  /** Resolves a reference (RFC 3986, section 5.2); empty if it is not a URI reference. */
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
