package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of a response body outside of its lists, level by level: bounded in depth and number,
 * because schemas can be large and circular.
 */
final class ResponseTree {
  /** An envelope, two wrappers in it, and the members of the last one. */
  private static final int DEPTH = 4;

  private static final int MAX_MEMBERS = 600;

  private ResponseTree() {}

  /** A member of the body. */
  record Member(BodyPath path, Json schema) {
    /** Its name without case and punctuation. */
    String plain() {
      return PagingNames.plain(path.last());
    }
  }

  /** The members, outer ones first. */
  static List<Member> of(BodyShape shape, Json body) {
    List<Member> all = new ArrayList<>();
    List<Member> level = List.of(new Member(BodyPath.ROOT, body));
    for (int depth = 0; depth < DEPTH && all.size() < MAX_MEMBERS; depth++) {
      List<Member> next = new ArrayList<>();
      for (Member parent : level) {
        if (!shape.isList(parent.schema()) && all.size() + next.size() < MAX_MEMBERS) {
          shape
              .members(parent.schema())
              .forEach((name, schema) -> next.add(new Member(parent.path().member(name), schema)));
        }
      }
      all.addAll(next);
      level = next;
    }
    return all;
  }
}
