package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.paging.ResponseTree.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation takes and returns, as far as pages are concerned.
 *
 * @param positions where positions can be sent
 * @param body the schema of the response; empty if it is not JSON
 * @param members the members of the response outside of lists
 * @param lists the lists among them
 * @param isLinked whether the response has a {@code Link} header
 * @param isSearch whether the operation lists things, as far as its name tells
 */
record OperationShape(
    BodyShape shape,
    Positions positions,
    Optional<Json> body,
    List<Member> members,
    ItemLists.Choice lists,
    boolean isLinked,
    boolean isSearch) {
  OperationShape {
    members = List.copyOf(members);
  }

  NumberRange numbers() {
    return new NumberRange(shape);
  }

  /** The schema of the items of a list. */
  Optional<Json> item(String items) {
    Optional<Json> list = body;
    for (String name : BodyPath.parsed(items).names()) {
      list = list.flatMap(outer -> Optional.ofNullable(shape.members(outer).get(name)));
    }
    return list.flatMap(shape::item);
  }

  /**
   * What is wrong with a path.
   *
   * @param text the end of a sentence
   * @param name the name that does not exist; empty if all do
   * @param known the names that exist in its place
   */
  record PathFault(String text, String name, Set<String> known) {}

  /**
   * What is wrong with a path; empty if the schema allows it.
   *
   * @param isToList whether it has to lead to a list
   */
  Optional<PathFault> fault(Json from, List<String> names, boolean isToList) {
    Json current = from;
    for (String name : names) {
      Map<String, Json> known = shape.members(current);
      Json next = known.get(name);
      if (next == null) {
        return missing(current, name, known.keySet());
      }
      current = next;
    }
    boolean fits =
        isToList
            ? shape.types(current).contains("array")
            : shape.isScalar(current) || shape.isBoolean(current);
    String kind = isToList ? "which is not a list" : "which is not a single value";
    return fits || shape.types(current).isEmpty() || shape.isUnknown(current)
        ? Optional.empty()
        : Optional.of(new PathFault(kind, "", Set.of()));
  }

  private Optional<PathFault> missing(Json object, String name, Set<String> known) {
    Set<String> types = shape.types(object);
    if (!types.isEmpty() && !types.contains("object")) {
      return Optional.of(
          new PathFault("but what contains \"" + name + "\" is not an object", "", Set.of()));
    }
    return known.isEmpty() || shape.isOpen(object)
        ? Optional.empty()
        : Optional.of(new PathFault("but the response has no \"" + name + "\" there", name, known));
  }
}
