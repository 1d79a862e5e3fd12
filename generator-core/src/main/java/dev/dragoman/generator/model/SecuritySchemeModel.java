package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Objects;

/**
 * A security scheme, with Swagger 2.0's {@code basic} and {@code oauth2} in their OpenAPI 3 form.
 *
 * @param name the name in the document
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect}, {@code
 *     mutualTLS}, or another word of the document; empty for what an operator adds to a scheme of
 *     the document
 * @param in {@code header}, {@code query} or {@code cookie} for apiKey; else empty
 * @param parameter the header, query parameter or cookie for apiKey; else empty
 * @param scheme the HTTP authentication scheme for http, in the document's spelling; else empty
 * @param description what the document says; empty when nothing
 * @param prefix what the operator has written before each credential; empty for what the type says
 * @param hints other words of the document about the scheme: texts of its examples and extensions
 * @param location where it is declared
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

  /** The same scheme with a prefix before each credential. */
  public SecuritySchemeModel withPrefix(String word) {
    return new SecuritySchemeModel(
        name, type, in, parameter, scheme, description, word, hints, location);
  }
}
