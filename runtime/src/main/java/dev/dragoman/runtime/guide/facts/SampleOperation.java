package dev.dragoman.runtime.guide.facts;

import java.util.Objects;

/**
 * A read-only operation that needs no parameters, with which a new connection is tried.
 *
 * @param id the operation's name
 * @param route {@code METHOD /path}
 * @param summary what it does, in the document's words; may be empty
 */
public record SampleOperation(String id, String route, String summary) {
  public SampleOperation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(route);
    Objects.requireNonNull(summary);
  }
}
