package dev.dragoman.runtime.page;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One of the APIs of a server of several.
 *
 * @param id its name before operations
 * @param version the API's version, as written in its document
 * @param connection what callers can set for this API
 * @param keyHeader the header with its key
 * @param catalog its operations; opened when the page is rendered
 */
public record ApiFacts(
    String id,
    String version,
    ConnectionFacts connection,
    String keyHeader,
    Supplier<Catalog> catalog) {
  public ApiFacts {
    Objects.requireNonNull(id);
    Objects.requireNonNull(version);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(keyHeader);
    Objects.requireNonNull(catalog);
  }
}
