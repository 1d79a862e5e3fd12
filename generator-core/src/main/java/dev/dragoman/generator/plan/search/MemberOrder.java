package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import java.util.List;

/** Which members of an object a signature shows, and which of them come first. */
interface MemberOrder {

  /**
   * A member of an object.
   *
   * @param required whether the object always has it
   * @param rank its place among the others; the lowest comes first
   */
  record Member(String name, Json schema, boolean required, int rank) {}

  /** The members that occur in this direction, in order. */
  List<Member> members(Json.Obj object);

  /**
   * The detail in which a member's type is written.
   *
   * @param of the detail of the object
   */
  SignatureDetail detail(Member member, SignatureDetail of);
}
