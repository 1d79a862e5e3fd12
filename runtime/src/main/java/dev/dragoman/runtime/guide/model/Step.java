package dev.dragoman.runtime.guide.model;

import java.util.List;
import java.util.Objects;

/**
 * One thing to do, with what it needs.
 *
 * @param text a short sentence in the imperative
 * @param snippets to be copied in this step, usually one or none
 * @param links alternatives to the snippets
 */
public record Step(Text text, List<Snippet> snippets, List<InstallLink> links) {
  public Step {
    Objects.requireNonNull(text);
    snippets = List.copyOf(snippets);
    links = List.copyOf(links);
  }

  public Step(Text text, Snippet... snippets) {
    this(text, List.of(snippets), List.of());
  }

  /** A step in words alone; see {@link Text#of}. */
  public static Step of(String template, Object... arguments) {
    return new Step(Text.of(template, arguments));
  }
}
