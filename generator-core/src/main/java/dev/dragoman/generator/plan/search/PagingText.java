package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.PagingPlan.Place;

/** Describes in a phrase how to get the next page of results. */
final class PagingText {
  private PagingText() {}

  /** E.g. {@code page_token (size: limit); next from pagination.next_page_token}. */
  static String of(PagingPlan plan) {
    String in = plan.place() == Place.BODY ? "body." : "";
    String position = plan.argument().isEmpty() ? "" : in + plan.argument();
    String size = plan.size().map(one -> "size: " + in + one.argument()).orElse("");
    String start = position;
    if (!size.isEmpty()) {
      start = position.isEmpty() ? size : position + " (" + size + ")";
    }
    String next = next(plan);
    return next.isEmpty() || start.isEmpty() ? start + next : start + "; " + next;
  }

  private static String next(PagingPlan plan) {
    return switch (plan.kind()) {
      case PAGE, OFFSET -> "";
      case CURSOR, URL -> "next from " + plan.field();
      case LAST_ITEM -> "next from " + plan.field() + " of the last item";
      case LINK -> "next from the Link header";
    };
  }
}
