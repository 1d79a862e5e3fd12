package dev.dragoman.generator.spec.keyword;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.pattern.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the types of schema keywords. Published documents contain numbers as strings, types of
 * programming languages and the like; what they mean is used if it is clear, and ignored with a
 * warning otherwise.
 */
public final class KeywordTypes {
  private static final Set<String> NUMERIC =
      Set.of(
          "exclusiveMaximum",
          "exclusiveMinimum",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf");
  private static final Set<String> TEXTS = Set.of("format", "pattern");
  private static final Set<String> TYPES =
      Set.of("any", "array", "boolean", "file", "integer", "null", "number", "object", "string");

  /**
   * Types of programming languages and databases that documents use instead of those of JSON
   * Schema.
   */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("bool", "boolean"),
          Map.entry("date", "string"),
          Map.entry("date-time", "string"),
          Map.entry("datetime", "string"),
          Map.entry("decimal", "number"),
          Map.entry("double", "number"),
          Map.entry("float", "number"),
          Map.entry("int", "integer"),
          Map.entry("int32", "integer"),
          Map.entry("int64", "integer"),
          Map.entry("list", "array"),
          Map.entry("long", "integer"),
          Map.entry("str", "string"),
          Map.entry("text", "string"),
          Map.entry("uuid", "string"));

  private final Map<String, Json> members;
  private final Notes notes;
  private boolean changed;

  private KeywordTypes(Map<String, Json> members, Notes notes) {
    this.members = members;
    this.notes = notes;
  }

  /**
   * Corrects the members of a schema in place, and removes those that cannot be corrected.
   *
   * @return whether any member was changed
   */
  public static boolean fit(Map<String, Json> members, Notes notes) {
    KeywordTypes types = new KeywordTypes(members, notes);
    types.type();
    types.numbers();
    types.others();
    types.patterns();
    boolean fitted = new Literals(types.types(), notes).fit(members);
    return types.changed || fitted;
  }

  private List<String> types() {
    Json type = members.get("type");
    List<Json> words = type instanceof Json.Arr array ? array.items() : List.of();
    if (type instanceof Json.Str single) {
      words = List.of(single);
    }
    return words.stream()
        .filter(Json.Str.class::isInstance)
        .map(word -> ((Json.Str) word).value())
        .filter(word -> !word.equals("null"))
        .toList();
  }

  private void type() {
    Json type = members.get("type");
    if (type instanceof Json.Arr array) {
      List<Json> words = new ArrayList<>();
      array.items().forEach(word -> known(word).ifPresent(words::add));
      if (!words.equals(array.items())) {
        put("type", words.isEmpty() ? null : new Json.Arr(words, array.location()));
      }
    } else if (type != null) {
      Json known = known(type).orElse(null);
      if (known != type) {
        put("type", known);
      }
    }
  }

  /** The type of JSON Schema that a word stands for; empty if it is unknown. */
  private Optional<Json> known(Json word) {
    String text = word instanceof Json.Str string ? string.value() : "";
    if (TYPES.contains(text)) {
      return Optional.of(word);
    }
    if (word instanceof Json.Null) {
      return Optional.of(new Json.Str("null", word.location()));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String meant = TYPES.contains(lower) ? lower : MEANT.get(lower);
    notes.warning(
        word.location(),
        "The value of \"type\" is not a JSON Schema type.",
        meant == null ? "It is ignored; any type is allowed." : "It is read as " + meant + ".");
    return Optional.ofNullable(meant).map(known -> new Json.Str(known, word.location()));
  }

  /** The members with these names; the order of problems must not differ between builds. */
  private List<String> inDocumentOrder(Set<String> names) {
    return members.keySet().stream().filter(names::contains).toList();
  }

  private void numbers() {
    for (String name : inDocumentOrder(NUMERIC)) {
      Json value = members.get(name);
      boolean flag = value instanceof Json.Bool && name.startsWith("exclusive");
      if (value == null || value instanceof Json.Num || flag) {
        continue;
      }
      Json number = value instanceof Json.Str text ? Numerals.number(text).orElse(null) : null;
      note(name, value.location(), "a number", number != null);
      put(name, number);
    }
  }

  private void others() {
    for (String name : inDocumentOrder(TEXTS)) {
      Json value = members.get(name);
      if (value != null && !(value instanceof Json.Str)) {
        note(name, value.location(), "a string", false);
        put(name, null);
      }
    }
    Json values = members.get("enum");
    boolean listed = values instanceof Json.Arr array && !array.items().isEmpty();
    if (values != null && !listed) {
      note("enum", values.location(), "a list of values", false);
      put("enum", null);
    }
    Json required = members.get("required");
    if (required != null && !(required instanceof Json.Arr) && !(required instanceof Json.Bool)) {
      note("required", required.location(), "a list of names", false);
      put("required", null);
    }
    Json names = Literals.names(required, notes);
    if (names != null && names != required) {
      put("required", names);
    }
  }

  /**
   * Reports patterns that the server cannot match in linear time. They are kept for readers, but
   * values are not validated against them.
   */
  private void patterns() {
    if (members.get("pattern") instanceof Json.Str pattern) {
      pattern(pattern.value(), pattern.location());
    }
    if (members.get("patternProperties") instanceof Json.Obj named) {
      named.members().forEach((pattern, schema) -> pattern(pattern, schema.location()));
    }
  }

  private void pattern(String pattern, Location location) {
    LinearPattern.refusal(pattern)
        .ifPresent(
            why ->
                notes.warning(
                    location,
                    "The pattern is not supported: %s.".formatted(why),
                    "It is shown but not enforced; use a pattern without look-around and"
                        + " backreferences."));
  }

  private void note(String name, Location location, String wanted, boolean meant) {
    notes.warning(
        location,
        "The schema's \"%s\" should be %s.".formatted(name, wanted),
        meant ? "The string is read as a number." : "It is ignored.");
  }

  private void put(String name, @Nullable Json value) {
    changed = true;
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
  }
}
