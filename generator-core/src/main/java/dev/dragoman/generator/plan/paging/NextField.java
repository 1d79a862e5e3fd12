package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.paging.ResponseTree.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A member of a response body that leads to the next page.
 *
 * @param path where it is
 * @param url whether it contains a URL, or may contain one
 * @param number whether it is a number
 * @param rank how well its name fits, best first
 */
record NextField(BodyPath path, boolean url, boolean number, int rank) {
  /** Worse than every other rank: the API may return the request's own value there. */
  private static final int MAYBE = 4;

  /**
   * The best member of a body.
   *
   * @param parameter the name of the parameter for the next page, without case and punctuation;
   *     empty if there is none
   */
  static Optional<NextField> of(BodyShape shape, List<Member> members, String parameter) {
    List<NextField> found = new ArrayList<>();
    for (Member member : members) {
      if (shape.isScalar(member.schema())) {
        rank(member, parameter)
            .ifPresent(
                rank ->
                    found.add(
                        new NextField(
                            member.path(),
                            isUrl(shape, member),
                            shape.isNumber(member.schema()),
                            rank)));
      }
    }
    return found.stream().min(Comparator.comparingInt(NextField::rank));
  }

  /** Whether nothing but the name of the parameter says that it leads on. */
  boolean isUncertain() {
    return rank >= MAYBE;
  }

  private static boolean isUrl(BodyShape shape, Member member) {
    Json schema = member.schema();
    return !shape.isNumber(schema) && (shape.isUrl(schema) || PagingNames.isUrl(member.plain()));
  }

  /** Values for the parameter come before other values, and these before URLs. */
  private static Optional<Integer> rank(Member member, String parameter) {
    String plain = member.plain();
    if (isIn(member)) {
      int place = PagingNames.IN_NEXT.indexOf(plain);
      return plain.equals(parameter)
          ? Optional.of(0)
          : Optional.of(PagingNames.isUrl(plain) ? 3 : 1).filter(rank -> place >= 0);
    }
    if (PagingNames.isNext(plain)) {
      boolean isOfParameter = !parameter.isEmpty() && plain.equals("next" + parameter);
      return Optional.of(isOfParameter ? 0 : PagingNames.isUrl(plain) ? 2 : 1);
    }
    return !parameter.isEmpty() && isMaybe(plain, parameter)
        ? Optional.of(MAYBE)
        : Optional.empty();
  }

  private static boolean isMaybe(String plain, String parameter) {
    return plain.equals(parameter)
        || (PagingNames.MAYBE_NEXT.contains(plain)
            && (parameter.endsWith(plain)
                || (plain.startsWith("last") && PagingNames.AFTER_ITEM.contains(parameter))));
  }

  /** Whether a member is in an object for the next page, such as {@code links.next}. */
  private static boolean isIn(Member member) {
    List<String> names = member.path().names();
    return names.size() > 1 && PagingNames.isNext(PagingNames.plain(names.get(names.size() - 2)));
  }
}
