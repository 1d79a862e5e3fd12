package dev.dragoman.runtime.guide.model;

import java.util.Objects;

/**
 * A tool that the server lists.
 *
 * @param description a short description for people
 */
public record ToolEntry(String name, Text description) {
  public ToolEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
  }
}
