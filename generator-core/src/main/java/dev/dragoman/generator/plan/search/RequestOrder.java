package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Members of a request: the required ones, then the optional ones that are likely to be used. */
final class RequestOrder implements MemberOrder {
  private static final int FIRST = -1_000;

  private final SchemaLookup schemas;
  private final UsageEvidence evidence;

  RequestOrder(SchemaLookup schemas, UsageEvidence evidence) {
    this.schemas = schemas;
    this.evidence = evidence;
  }

  @Override
  public List<Member> members(Json.Obj object) {
    Set<String> required = schemas.required(object);
    Set<String> alternative = alternatives(object);
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, Json> property : schemas.properties(object).entrySet()) {
      if (!isMarked(property.getValue(), "readOnly", schemas)) {
        String name = property.getKey();
        boolean needed = required.contains(name);
        int rank =
            needed
                ? FIRST
                : -evidence.ofField(name, property.getValue(), alternative.contains(name));
        members.add(new Member(name, property.getValue(), needed, rank));
      }
    }
    members.sort(Comparator.comparingInt(Member::rank));
    return members;
  }

  /** The names that one of an object's alternatives requires. */
  private Set<String> alternatives(Json.Obj object) {
    Set<String> names = new HashSet<>();
    for (Json.Obj part : schemas.parts(object)) {
      Stream.of("anyOf", "oneOf")
          .flatMap(union -> part.items(union).stream())
          .forEach(one -> names.addAll(schemas.required(schemas.resolve(one))));
    }
    return names;
  }

  @Override
  public SignatureDetail detail(Member member, SignatureDetail of) {
    return of.below(member.required(), 3);
  }

  /** Whether a property is marked, itself or the schema to which it refers. */
  static boolean isMarked(Json property, String mark, SchemaLookup schemas) {
    return (property instanceof Json.Obj own && own.isTrue(mark))
        || schemas.resolve(property).isTrue(mark);
  }
}
