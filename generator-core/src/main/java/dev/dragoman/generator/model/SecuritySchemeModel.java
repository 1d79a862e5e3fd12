package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Objects;

/**
 * A security scheme, with Swagger 2.0's {@code basic} and {@code oauth2} in their OpenAPI 3 form.
 *
 * @param name the name in the document
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect}, {@code
 *     mutualTLS}
 * @param in {@code header}, {@code query} or {@code cookie} for apiKey; else empty
 * @param parameter the header, query parameter or cookie for apiKey; else empty
 * @param scheme the HTTP authentication scheme in lower case for http; else empty
 * @param description what the document says; empty when nothing
 * @param location where it is declared
 */
public record SecuritySchemeModel(
    String name,
    String type,
    String in,
    String parameter,
    String scheme,
    String description,
    Location location) {
  public SecuritySchemeModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(in);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(description);
    Objects.requireNonNull(location);
  }
}
