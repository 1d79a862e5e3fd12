package dev.dragoman.runtime;

import java.net.URI;
import java.util.Objects;

/**
 * One place where the API is served.
 *
 * @param name short name, e.g. {@code production} or {@code sandbox}
 * @param baseUrl absolute; what operation paths are appended to
 */
public record Environment(String name, URI baseUrl) {
  public Environment {
    Objects.requireNonNull(name);
    Objects.requireNonNull(baseUrl);
  }
}
