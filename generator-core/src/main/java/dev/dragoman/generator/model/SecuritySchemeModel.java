package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Objects;

/**
 * A security scheme; Swagger 2.0's {@code basic} and {@code oauth2} are converted to OpenAPI 3.
 *
 * @param name the name in the document
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect}, {@code
 *     mutualTLS}, or another word in the document; empty for the operator's addition to a declared
 *     scheme
 * @param in {@code header}, {@code query} or {@code cookie} for apiKey; otherwise empty
 * @param parameter the header, query parameter or cookie for apiKey; otherwise empty
 * @param scheme the HTTP authentication scheme for http, as written in the document; otherwise
 *     empty
 * @param description its description; empty if there is none
 * @param prefix the operator's prefix for each credential; empty for the one that the type implies
 * @param hints other text about the scheme in the document: its examples and extensions
 * @param location its location in the document
 */
public record SecuritySchemeModel(
    String name,
    String type,
    String in,
    String parameter,
    String scheme,
    String description,
    String prefix,
    List<String> hints,
    Location location) {
  public SecuritySchemeModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(in);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(description);
    Objects.requireNonNull(prefix);
    hints = List.copyOf(hints);
    Objects.requireNonNull(location);
  }

  /** This scheme with a prefix for each credential. */
  public SecuritySchemeModel withPrefix(String word) {
    return new SecuritySchemeModel(
        name, type, in, parameter, scheme, description, word, hints, location);
  }
}
