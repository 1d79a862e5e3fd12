package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of one object of a configuration and reports those with an unexpected type. */
final class Members {
  private static final String CODE = "DRG-CONFIG-001";

  private final Problems problems;
  private final Json.Obj object;

  private Members(Problems problems, Json.Obj object) {
    this.problems = problems;
    this.object = object;
  }

  /**
   * The members of an object. Unknown members are reported, with a suggestion; any other value is
   * reported and has no members.
   */
  static Members of(Json value, Problems problems, Set<String> known) {
    if (!(value instanceof Json.Obj object)) {
      fault(
          problems, value.location(), "Expected an object.", "Its settings are: " + sorted(known));
      return new Members(problems, new Json.Obj(Map.of(), value.location()));
    }
    object
        .members()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                String near =
                    NearestName.to(name, known).map(one -> "Did you mean " + one + "? ").orElse("");
                fault(
                    problems,
                    member.location(),
                    "Unknown setting \"" + name + "\".",
                    near + "Known settings: " + sorted(known));
              }
            });
    return new Members(problems, object);
  }

  /** An empty object at the same location. */
  Members none() {
    return new Members(problems, new Json.Obj(Map.of(), location()));
  }

  private static String sorted(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList()) + ".";
  }

  static void fault(Problems problems, Location place, String message, String hint) {
    problems.error(CODE, place, message, hint);
  }

  /** Reports a problem at the location of a member, or of the object if the member is absent. */
  void fault(String name, String message, String hint) {
    Json value = object.get(name);
    fault(problems, value == null ? location() : value.location(), message, hint);
  }

  Location location() {
    return object.location();
  }

  boolean has(String name) {
    return object.get(name) != null;
  }

  @Nullable Json get(String name) {
    return object.get(name);
  }

  /** A scalar as written; empty if it is absent. */
  Optional<String> text(String name) {
    Json value = object.get(name);
    Optional<String> text = value == null ? Optional.empty() : plain(value);
    if (value != null && text.isEmpty()) {
      fault(name, "\"" + name + "\" must be a string.", "");
    }
    return text.map(String::strip).filter(word -> !word.isEmpty());
  }

  private static Optional<String> plain(Json value) {
    if (value instanceof Json.Str text) {
      return Optional.of(text.value());
    }
    return value instanceof Json.Num number ? Optional.of(number.digits()) : Optional.empty();
  }

  /** A boolean; false if it is absent. */
  boolean flag(String name) {
    Json value = object.get(name);
    if (value != null && !(value instanceof Json.Bool)) {
      fault(name, "\"" + name + "\" must be true or false.", "");
    }
    return value instanceof Json.Bool bool && bool.value();
  }

  /** The items of a list; any other value represents a list with one item, as is usual in YAML. */
  List<Json> list(String name) {
    Json value = object.get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof Json.Arr array ? array.items() : List.of(value);
  }

  /** A list of strings. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Json item : list(name)) {
      plain(item)
          .ifPresentOrElse(
              texts::add,
              () ->
                  fault(
                      problems,
                      item.location(),
                      "\"" + name + "\" must contain only strings.",
                      ""));
    }
    return texts;
  }

  /** The members of an object; empty if it is absent. */
  Map<String, Json> map(String name) {
    Json value = object.get(name);
    if (value != null && !(value instanceof Json.Obj)) {
      fault(name, "\"" + name + "\" must be an object.", "");
    }
    return value instanceof Json.Obj members ? members.members() : Map.of();
  }
}
