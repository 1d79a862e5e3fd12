package dev.dragoman.runtime.guide.model;

import java.util.List;
import java.util.Objects;

/**
 * One way to connect a client.
 *
 * @param steps in order
 * @param hints what to know beyond the steps
 */
public record ClientSetup(Way way, List<Step> steps, List<Text> hints) {
  public ClientSetup {
    Objects.requireNonNull(way);
    steps = List.copyOf(steps);
    hints = List.copyOf(hints);
  }

  /** The snippets of all steps. */
  public List<Snippet> snippets() {
    return steps.stream().flatMap(step -> step.snippets().stream()).toList();
  }

  /** The links of all steps. */
  public List<InstallLink> links() {
    return steps.stream().flatMap(step -> step.links().stream()).toList();
  }
}
