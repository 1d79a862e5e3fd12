package dev.dragoman.runtime.guide.facts;

import java.util.Objects;

/**
 * A credential of a caller that has a header of its own.
 *
 * @param subject what the credential is for, e.g. the name of a security scheme
 * @param header the header that contains it over HTTP, and nothing else
 * @param variable the environment variable that contains it
 */
public record KeyHeader(String subject, String header, String variable) {
  public KeyHeader {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(header);
    Objects.requireNonNull(variable);
  }
}
