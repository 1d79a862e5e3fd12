package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Finds members that no schema declares although the schema is open, so that validation passes
 * them. Documents leave schemas open by default, and most APIs ignore what they do not know: a
 * misspelled member would be lost without a word. Reports nothing where names cannot be known, or
 * once the work limit is reached. Serves one call.
 */
public final class UnknownMembers {
  private static final int VISIT_COST = 100;
  private static final int ADVICE_COST = 500;
  private static final int MAX_DEPTH = 250;

  /** More are not listed. */
  private static final int MAX_FOUND = 50;

  private final Structures structures;
  private final List<Unknown> found = new ArrayList<>();

  private UnknownMembers(Structures structures) {
    this.structures = structures;
  }

  /**
   * A member that is not declared.
   *
   * @param place its location, e.g. {@code body.labels[0].nmae}
   * @param nearest a similar name that is declared and not used
   */
  public record Unknown(String place, Optional<String> nearest) {
    public Unknown {
      Objects.requireNonNull(place);
      Objects.requireNonNull(nearest);
    }
  }

  /**
   * The unknown members of a value and of all values in it, at most fifty.
   *
   * @param place the location of the value itself, e.g. {@code body}
   */
  public static List<Unknown> of(
      Schema schema, String place, JsonNode value, Structures structures) {
    UnknownMembers members = new UnknownMembers(structures);
    members.visit(List.of(schema), place, value, 0);
    return structures.work().isOver() ? List.of() : List.copyOf(members.found);
  }

  private void visit(Collection<Schema> schemas, String place, JsonNode value, int depth) {
    if (schemas.isEmpty()
        || !value.isContainer()
        || depth > MAX_DEPTH
        || found.size() >= MAX_FOUND
        || !structures.work().spend(VISIT_COST * (1L + schemas.size()))) {
      return;
    }
    Collection<Schema> all = all(schemas, structures);
    if (value instanceof ArrayNode items) {
      Collection<Schema> inner = items(schemas, structures);
      int index = 0;
      for (JsonNode item : items.values()) {
        visit(inner, place + "[" + index++ + "]", item, depth + 1);
      }
    } else {
      object(schemas, all, place, value, depth);
    }
  }

  private void object(
      Collection<Schema> schemas, Collection<Schema> all, String place, JsonNode value, int depth) {
    Set<String> names = new TreeSet<>();
    schemas.forEach(one -> names.addAll(structures.names(one)));
    boolean knowable = !names.isEmpty() && isKnowable(all, structures);
    boolean invited = all.stream().anyMatch(one -> one.unknownNames() == UnknownNames.INVITED);
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey();
      String inside = place + "." + name;
      if (names.contains(name)) {
        visit(members(schemas, name, structures), inside, member.getValue(), depth + 1);
      } else if (knowable && isOrdinary(name, names)) {
        report(name, inside, names, value, invited);
      }
    }
  }

  private void report(
      String name, String place, Set<String> names, JsonNode value, boolean invited) {
    if (!structures.work().spend(ADVICE_COST * (1L + names.size()))) {
      return;
    }
    Optional<String> nearest = NearestName.to(name, names).filter(declared -> !value.has(declared));
    if (found.size() < MAX_FOUND && (!invited || nearest.isPresent())) {
      found.add(new Unknown(place, nearest));
    }
  }

  /** The schemas of a member, wherever it is declared. */
  static Collection<Schema> members(
      Collection<Schema> schemas, String name, Structures structures) {
    return distinct(schemas.stream().flatMap(one -> structures.member(one, name)));
  }

  /** The schemas of the items of an array. */
  static Collection<Schema> items(Collection<Schema> schemas, Structures structures) {
    return distinct(all(schemas, structures).stream().map(Schema::items).flatMap(Optional::stream));
  }

  /** The schemas with all that apply beside them, also as alternatives. */
  static Collection<Schema> all(Collection<Schema> schemas, Structures structures) {
    return distinct(schemas.stream().flatMap(one -> structures.all(one).stream()));
  }

  /** Whether members with other names than the declared ones are not expected. */
  static boolean isKnowable(Collection<Schema> all, Structures structures) {
    return all.stream()
        .allMatch(
            one ->
                one.unknownNames() != UnknownNames.UNKNOWABLE
                    && one.choices().stream()
                        .flatMap(List::stream)
                        .noneMatch(branch -> takesAny(branch, structures)));
  }

  /** Whether an alternative accepts any object. */
  private static boolean takesAny(Schema branch, Structures structures) {
    return structures.types(branch).contains(JsonType.OBJECT)
        && structures.names(branch).isEmpty()
        && structures.whole(branch).stream().allMatch(Schema::isFree);
  }

  /**
   * Whether a name is one that documents declare. Annotations ({@code @odata.type}), references to
   * schemas and private names are not; {@code metadata[a]} and {@code address.city} in forms belong
   * to the member in front.
   */
  private static boolean isOrdinary(String name, Set<String> names) {
    if (name.isEmpty() || "@$_".indexOf(name.charAt(0)) >= 0 || name.contains("@")) {
      return false;
    }
    String front = name.split("[\\[.]", 2)[0];
    return !name.toLowerCase(Locale.ROOT).startsWith("x-") && !names.contains(front);
  }

  /** Two schemas that refer to the same one would otherwise double the work at each level. */
  private static Collection<Schema> distinct(Stream<Schema> schemas) {
    Map<Schema.Key, Schema> byKey = new LinkedHashMap<>();
    schemas.forEach(schema -> byKey.putIfAbsent(schema.key(), schema));
    return byKey.values();
  }
}
