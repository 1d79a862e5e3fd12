package dev.dragoman.runtime;

import java.net.URI;
import java.util.Objects;

/**
 * A deployment of the API.
 *
 * @param name a short name, e.g. {@code production} or {@code sandbox}
 * @param baseUrl the absolute URL to which operation paths are appended
 */
public record Environment(String name, URI baseUrl) {
  public Environment {
    Objects.requireNonNull(name);
    Objects.requireNonNull(baseUrl);
  }
}
