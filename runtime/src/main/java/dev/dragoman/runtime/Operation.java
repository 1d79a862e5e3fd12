package dev.dragoman.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation of the API, as the guard sees it.
 *
 * @param id the name agents call it by, unique within the API
 * @param method the HTTP method, in upper case
 * @param path the path template as the document has it, e.g. {@code /repos/{owner}}
 * @param access what running it can do
 * @param security the security requirements, alternatives of schemes needed together (OpenAPI 3.1,
 *     section 4.8.30); empty when the API's own apply
 */
public record Operation(
    String id,
    String method,
    String path,
    AccessLevel access,
    Optional<List<List<String>>> security) {

  public Operation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(access);
    security = security.map(all -> all.stream().map(List::copyOf).toList());
  }

  /** An operation under the API's own security requirements. */
  public static Operation of(String id, String method, String path, AccessLevel access) {
    return new Operation(id, method, path, access, Optional.empty());
  }

  /** The same operation, with one more alternative: these schemes together. */
  public Operation securedBy(String... schemes) {
    List<List<String>> before = security.orElse(List.of());
    List<List<String>> all = new java.util.ArrayList<>(before);
    all.add(List.of(schemes));
    return new Operation(id, method, path, access, Optional.of(all));
  }

  /** The same operation, needing no credential. */
  public Operation unsecured() {
    return new Operation(id, method, path, access, Optional.of(List.of()));
  }

  /** {@code METHOD /path}, the other name of the operation. */
  public String route() {
    return method + " " + path;
  }
}
