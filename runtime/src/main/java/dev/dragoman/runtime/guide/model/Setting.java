package dev.dragoman.runtime.guide.model;

import java.util.Objects;

/**
 * A setting of a connection, which each request sends as a header, or a stdio server reads from a
 * variable.
 *
 * @param header e.g. {@code X-Acme-Access-Mode}
 * @param variable e.g. {@code ACME_ACCESS_MODE}
 * @param values the possible values, e.g. {@code read-only or full-access}
 * @param byDefault the value without the header; empty if there is none
 * @param meaning what it does
 */
public record Setting(String header, String variable, Text values, String byDefault, Text meaning) {
  public Setting {
    Objects.requireNonNull(header);
    Objects.requireNonNull(variable);
    Objects.requireNonNull(values);
    Objects.requireNonNull(byDefault);
    Objects.requireNonNull(meaning);
  }
}
