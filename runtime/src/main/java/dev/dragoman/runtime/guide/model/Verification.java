package dev.dragoman.runtime.guide.model;

import java.util.List;
import java.util.Objects;

/**
 * How to find out whether a connection works.
 *
 * @param prompt what to paste into the chat; needs read-only access
 * @param expected what happens then
 */
public record Verification(Snippet prompt, List<Text> expected) {
  public Verification {
    Objects.requireNonNull(prompt);
    expected = List.copyOf(expected);
  }
}
