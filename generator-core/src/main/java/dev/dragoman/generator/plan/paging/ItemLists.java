package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.paging.ResponseTree.Member;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the list of items among the lists of a response body. */
final class ItemLists {
  /** An envelope with two wrappers. */
  private static final int MAX_DEPTH = 3;

  private final BodyShape shape;

  ItemLists(BodyShape shape) {
    this.shape = shape;
  }

  /**
   * The lists that can contain the items.
   *
   * @param chosen the one that does; empty if there is none, or several are alike
   * @param any whether there is any
   */
  record Choice(Optional<Member> chosen, boolean any) {
    /** There is no body. */
    static final Choice NONE = new Choice(Optional.empty(), false);
  }

  /**
   * The list of items: the body itself, or a list on the outermost level that has one.
   *
   * @param path the path of the operation, whose segments often have the name of the list
   */
  Choice choose(Json body, List<Member> members, String path) {
    if (shape.isList(body)) {
      return new Choice(Optional.of(new Member(BodyPath.ROOT, body)), true);
    }
    for (int depth = 1; depth <= MAX_DEPTH; depth++) {
      int level = depth;
      List<Member> lists =
          members.stream()
              .filter(member -> member.path().length() == level && shape.isList(member.schema()))
              .filter(member -> !PagingNames.BESIDE_ITEMS.contains(member.plain()))
              .toList();
      if (!lists.isEmpty()) {
        return new Choice(one(lists, path), true);
      }
    }
    return new Choice(Optional.empty(), false);
  }

  private Optional<Member> one(List<Member> lists, String path) {
    List<Member> objects = lists.stream().filter(one -> shape.hasObjects(one.schema())).toList();
    return ofPath(objects.isEmpty() ? lists : objects, path, 1)
        .or(() -> only(objects))
        .or(() -> usual(lists))
        .or(() -> only(lists))
        .or(() -> ofPath(lists, path, Integer.MAX_VALUE));
  }

  /** The list that has the name of one of the last segments. */
  private static Optional<Member> ofPath(List<Member> lists, String path, int segments) {
    List<String> fixed =
        Arrays.stream(path.replaceAll("[?#].*", "").split("/"))
            .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
            .toList();
    return IntStream.range(0, Math.min(segments, fixed.size()))
        .mapToObj(back -> fixed.get(fixed.size() - 1 - back))
        .flatMap(segment -> lists.stream().filter(list -> isNamed(list.plain(), segment)))
        .findFirst();
  }

  /** {@code dev-users.list} and {@code users.json} name a list, too. */
  private static boolean isNamed(String list, String segment) {
    return Arrays.stream(segment.split("[.:({]"))
        .map(PagingNames::plain)
        .filter(word -> !word.isEmpty())
        .anyMatch(word -> singular(word).equals(singular(list)));
  }

  private static String singular(String word) {
    return word.replaceFirst("ies$", "y").replaceFirst("(?<=[a-z]{2})s$", "");
  }

  private static Optional<Member> usual(List<Member> lists) {
    return PagingNames.ITEMS.stream()
        .flatMap(name -> lists.stream().filter(list -> list.plain().equals(name)))
        .findFirst();
  }

  private static Optional<Member> only(List<Member> lists) {
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  /** The member by which items are identified, if their schema declares one. */
  Optional<String> id(Member list) {
    List<String> names =
        shape
            .item(list.schema())
            .map(item -> List.copyOf(shape.members(item).keySet()))
            .orElse(Collections.emptyList());
    return PagingNames.ID.stream().filter(names::contains).findFirst();
  }
}
