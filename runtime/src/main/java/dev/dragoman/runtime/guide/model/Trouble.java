package dev.dragoman.runtime.guide.model;

import java.util.Objects;

/**
 * A common failure.
 *
 * @param symptom what people see
 * @param remedy the cause and what to do
 */
public record Trouble(Text symptom, Text remedy) {
  public Trouble {
    Objects.requireNonNull(symptom);
    Objects.requireNonNull(remedy);
  }
}
