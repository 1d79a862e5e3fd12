package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members of a response: what an envelope contains, then the fields that other operations need and
 * ids, then those whose names tell a reader most. Required and optional ones are treated alike,
 * because a reader does not have to write them.
 */
final class ResponseOrder implements MemberOrder {
  /** Maximum number of characters of an object beside what the response is about. */
  private static final int ASIDE = 24;

  /** Minimum number of characters for the rest of an envelope. */
  private static final int ENVELOPE = 30;

  private static final int CONTENT = -4;
  private static final int WANTED = -3;
  private static final int IDENTITY = -2;

  /** How much later objects and lists come than single values of the same name. */
  private static final int STRUCTURE = 60;

  private final SchemaLookup schemas;
  private final Set<String> wanted;
  private final String noun;

  /**
   * Creates an order.
   *
   * @param wanted names of the fields that other operations need
   * @param noun what the operation is about
   */
  ResponseOrder(SchemaLookup schemas, Set<String> wanted, String noun) {
    this.schemas = schemas;
    this.wanted = wanted;
    this.noun = noun;
  }

  @Override
  public List<Member> members(Json.Obj object) {
    Map<String, Json> properties = schemas.properties(object);
    Set<String> required = schemas.required(object);
    Optional<String> content = ResponseItem.content(properties, noun, schemas);
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, Json> property : properties.entrySet()) {
      if (!RequestOrder.isMarked(property.getValue(), "writeOnly", schemas)) {
        String name = property.getKey();
        boolean always = required.contains(name);
        int rank =
            content.equals(Optional.of(name)) ? CONTENT : rank(name, property.getValue(), always);
        members.add(new Member(name, property.getValue(), always, rank));
      }
    }
    members.sort(Comparator.comparingInt(Member::rank));
    return members;
  }

  private int rank(String name, Json schema, boolean always) {
    if (wanted.contains(name)) {
      return WANTED;
    }
    if (FieldNames.OWN_IDENTITY.contains(FieldNames.plain(name))) {
      return IDENTITY;
    }
    return FieldNames.rank(name) + (isScalar(schema) ? 0 : STRUCTURE) - (always ? 1 : 0);
  }

  private boolean isScalar(Json schema) {
    Json.Obj resolved = schemas.resolve(schema);
    return resolved.get("items") == null && ResponseItem.fields(resolved, schemas).isEmpty();
  }

  @Override
  public SignatureDetail detail(Member member, SignatureDetail of) {
    if (member.rank() == CONTENT) {
      return SignatureDetail.of(of.depth() - 1, of.room() - ENVELOPE, false);
    }
    return SignatureDetail.of(Math.min(of.depth() - 1, tells(member) ? 1 : 0), ASIDE, false);
  }

  /** Whether a field of an object identifies it. */
  private boolean tells(Member member) {
    Json.Obj resolved = schemas.resolve(member.schema());
    return ResponseItem.fields(resolved, schemas).keySet().stream()
        .map(FieldNames::plain)
        .anyMatch(FieldNames.IDENTITY::contains);
  }
}
