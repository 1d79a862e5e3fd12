package dev.dragoman.generator.spec.keyword;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values in a schema to the schema's type where the conversion is unambiguous: in a
 * schema for strings, {@code 1e3} is the text as written in the document; in one for numbers,
 * {@code "12"} is a number. YAML documents often omit or add quotes by mistake.
 */
final class Literals {
  private static final Set<String> NUMBERS = Set.of("integer", "number");

  private final List<String> types;
  private final Notes notes;

  /**
   * Creates the conversion for one schema.
   *
   * @param types the schema's types except null
   */
  Literals(List<String> types, Notes notes) {
    this.types = types;
    this.notes = notes;
  }

  /** Converts the members in place; returns whether any member was changed. */
  boolean fit(Map<String, Json> members) {
    if (types.isEmpty()) {
      return false;
    }
    boolean changed = false;
    for (String name : List.of("const", "default", "example")) {
      changed |= replace(members, name, fitting(members.get(name), !name.equals("example")));
    }
    changed |= replace(members, "enum", items(members.get("enum"), true));
    changed |= replace(members, "examples", items(members.get("examples"), false));
    return changed;
  }

  private static boolean replace(Map<String, Json> members, String name, @Nullable Json value) {
    if (value == null || value == members.get(name)) {
      return false;
    }
    members.put(name, value);
    return true;
  }

  /**
   * Converts the items of a list.
   *
   * @param told whether conversions are reported; examples are not worth a warning
   */
  private @Nullable Json items(@Nullable Json value, boolean told) {
    if (!(value instanceof Json.Arr array)) {
      return value;
    }
    List<Json> items = new ArrayList<>(array.items().size());
    boolean changed = false;
    for (Json item : array.items()) {
      Json fitting = fitting(item, told);
      items.add(fitting == null ? item : fitting);
      changed |= fitting != item;
    }
    return changed ? new Json.Arr(items, array.location()) : array;
  }

  private @Nullable Json fitting(@Nullable Json value, boolean told) {
    if (value == null) {
      return null;
    }
    Optional<Json> other = other(value);
    if (told && other.isPresent()) {
      notes.warning(
          value.location(),
          "%s does not have the schema's type, %s.".formatted(text(value), types.get(0)),
          "It is read as " + text(other.get()) + "; write it that way.");
    }
    return other.orElse(value);
  }

  /** The names of a {@code required}; those without quotes are the text in the document. */
  static @Nullable Json names(@Nullable Json required, Notes notes) {
    Literals strings = new Literals(List.of("string"), notes);
    return strings.items(required, true);
  }

  private static String text(Json value) {
    return value instanceof Json.Str string ? "\"" + string.value() + "\"" : spelling(value);
  }

  /** The converted value; empty if the value already has the type, or cannot be converted. */
  private Optional<Json> other(Json value) {
    if (types.equals(List.of("string"))) {
      boolean isScalar = value instanceof Json.Num || value instanceof Json.Bool;
      return isScalar
          ? Optional.of(new Json.Str(spelling(value), value.location()))
          : Optional.empty();
    }
    if (!(value instanceof Json.Str text)) {
      return Optional.empty();
    }
    if (NUMBERS.containsAll(types)) {
      return Numerals.number(text).filter(this::isAllowed);
    }
    boolean truth = text.value().equals("true") || text.value().equals("false");
    return types.equals(List.of("boolean")) && truth
        ? Optional.of(new Json.Bool(text.value().equals("true"), text.location()))
        : Optional.empty();
  }

  /** A fraction is not an integer. */
  private boolean isAllowed(Json number) {
    return types.contains("number") || spelling(number).matches("-?[0-9]+");
  }

  private static String spelling(Json value) {
    if (value instanceof Json.Num number) {
      return number.digits();
    }
    return value instanceof Json.Bool bool ? bool.spelling() : "";
  }
}
