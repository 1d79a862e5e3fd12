package dev.dragoman.runtime.guide.facts;

import java.util.Objects;

/**
 * A tool that the server lists.
 *
 * @param description a sentence for people; empty if there is none
 */
public record ToolFact(String name, String description) {
  public ToolFact {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
  }
}
