package dev.dragoman.runtime.paging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What follows a page. */
public sealed interface NextPage {

  /** Nothing. */
  record None() implements NextPage {}

  /**
   * Another page.
   *
   * @param arguments the arguments that request it
   * @param body the body that requests it; null if the operation is called without one
   * @param more a query that is added to that of the arguments, percent-encoded, with parameters
   *     that the document does not declare; empty for none
   */
  record Page(ObjectNode arguments, @Nullable JsonNode body, String more) implements NextPage {
    public Page {
      Objects.requireNonNull(arguments);
      Objects.requireNonNull(more);
    }
  }

  /**
   * Another page that cannot be requested.
   *
   * @param reason why, as a sentence without a period
   */
  record Unreachable(String reason) implements NextPage {
    public Unreachable {
      Objects.requireNonNull(reason);
    }
  }
}
