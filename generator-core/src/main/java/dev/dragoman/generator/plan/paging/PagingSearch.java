package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.plan.PagingPlan;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of looking for pages.
 *
 * @param plan how the operation pages
 * @param reason why this is not known; meaningless if it is
 */
public record PagingSearch(Optional<PagingPlan> plan, Reason reason) {

  /** Why it is not known how an operation pages. */
  public enum Reason {
    NO_JSON("the document does not describe a JSON response"),
    NO_LIST("the response contains no list"),
    SEVERAL_LISTS("the response contains several lists"),
    NO_POSITION("no parameter for a position, and nothing in the response that leads on"),
    NO_NEXT("a parameter for a cursor, but nothing in the response to put into it"),
    NOT_A_READ("not an operation that lists or searches");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The reason as text. */
    public String text() {
      return text;
    }
  }

  public PagingSearch {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(reason);
  }

  static PagingSearch found(PagingPlan plan) {
    return new PagingSearch(Optional.of(plan), Reason.NO_POSITION);
  }

  static PagingSearch not(Reason reason) {
    return new PagingSearch(Optional.empty(), reason);
  }
}
