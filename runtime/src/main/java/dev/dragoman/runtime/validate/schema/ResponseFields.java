package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that a response can have. This is the only knowledge of them: what an agent selects or
 * waits for is checked with it, and what a script reads in a trial. Alternatives are taken
 * together: a field of any of them may be in a response. Serves one call.
 */
public final class ResponseFields {
  private static final int MAX_ARRAYS = 10;
  private static final int MAX_SHAPE_DEPTH = 8;
  private static final int MAX_SHAPE_FIELDS = 3_000;

  private final Structures structures = new Structures(WorkLimit.standard());
  private final Collection<Schema> schemas;
  private int shaped;

  /**
   * The fields of some schemas.
   *
   * @param schemas of which a response matches one
   */
  public ResponseFields(Collection<Schema> schemas) {
    this.schemas = List.copyOf(schemas);
  }

  /**
   * A name that is not declared.
   *
   * @param declared the names at its place, in alphabetical order; empty if the value there has
   *     none
   */
  public record Unknown(String name, Set<String> declared) {
    public Unknown {
      Objects.requireNonNull(name);
      declared = Collections.unmodifiableSet(new TreeSet<>(declared));
    }

    /** The declared names in alphabetical order. */
    public List<String> sorted() {
      return List.copyOf(declared);
    }
  }

  /**
   * The first step of a path that is not declared; empty if all are, or if the schemas do not say
   * what is there. Names pass through lists, and a position is one of a list.
   */
  public Optional<Unknown> unknown(FieldPath path) {
    Collection<Schema> here = schemas;
    for (String step : path.steps()) {
      Collection<Schema> items = UnknownMembers.items(here, structures);
      if (!items.isEmpty() && FieldPath.isPosition(step)) {
        here = items;
        continue;
      }
      here = ofItems(here);
      Set<String> names = names(here);
      if (names.contains(step)) {
        here = UnknownMembers.members(here, step, structures);
      } else if (isOpen(here)) {
        return Optional.empty();
      } else {
        return Optional.of(new Unknown(step, names));
      }
    }
    return Optional.empty();
  }

  /** Whether a response may have fields that are not declared, or nothing is known about it. */
  public boolean isOpen() {
    return isOpen(ofItems(schemas));
  }

  /** Whether a name is declared as it is, whatever characters it has. */
  public boolean hasName(String name) {
    return names(ofItems(schemas)).contains(name);
  }

  /** The only member that is a list, in an object. */
  public Optional<String> onlyList() {
    if (!UnknownMembers.items(schemas, structures).isEmpty()) {
      return Optional.empty();
    }
    List<String> lists =
        names(schemas).stream()
            .filter(
                name ->
                    !UnknownMembers.items(
                            UnknownMembers.members(schemas, name, structures), structures)
                        .isEmpty())
            .limit(2)
            .toList();
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  /**
   * The fields for a script: {@code {"fields": {NAME: SHAPE}}}, {@code {"items": SHAPE}}, or
   * neither for a value about which nothing is known; with {@code "open": true} for one that may
   * have others.
   */
  public ObjectNode shape() {
    return shape(schemas, 0);
  }

  private ObjectNode shape(Collection<Schema> here, int depth) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    if (depth > MAX_SHAPE_DEPTH) {
      return shape;
    }
    Collection<Schema> items = UnknownMembers.items(here, structures);
    if (!items.isEmpty()) {
      shape.set("items", shape(items, depth + 1));
    }
    Set<String> names = names(here);
    for (String name : names) {
      if (++shaped > MAX_SHAPE_FIELDS) {
        return shape.put("open", true);
      }
      shape
          .withObjectProperty("fields")
          .set(name, shape(UnknownMembers.members(here, name, structures), depth + 1));
    }
    return isOpen(here) ? shape.put("open", true) : shape;
  }

  private boolean isOpen(Collection<Schema> here) {
    if (isScalar(here)) {
      return false;
    }
    Collection<Schema> all = UnknownMembers.all(here, structures);
    return names(here).isEmpty()
        || !UnknownMembers.isKnowable(all, structures)
        || all.stream().anyMatch(one -> one.unknownNames() == UnknownNames.INVITED)
        || structures.work().isOver();
  }

  /** Whether a value can only be one that has no fields: a string, a number or a boolean. */
  private boolean isScalar(Collection<Schema> here) {
    return !here.isEmpty()
        && here.stream()
            .map(structures::types)
            .noneMatch(types -> types.contains(JsonType.OBJECT) || types.contains(JsonType.ARRAY));
  }

  private Set<String> names(Collection<Schema> here) {
    Set<String> names = new TreeSet<>();
    here.forEach(one -> names.addAll(structures.names(one)));
    return names;
  }

  /** The schemas of the items where a value can only be a list, however deeply nested. */
  private Collection<Schema> ofItems(Collection<Schema> candidates) {
    Collection<Schema> here = candidates;
    for (int depth = 0; depth < MAX_ARRAYS && names(here).isEmpty(); depth++) {
      Collection<Schema> items = UnknownMembers.items(here, structures);
      if (items.isEmpty()) {
        break;
      }
      here = items;
    }
    return here;
  }
}
