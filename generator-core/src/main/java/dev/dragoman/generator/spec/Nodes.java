package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.References.Target;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the members of a document's objects: references are followed, members of the
 * wrong type are noted and taken as absent.
 */
final class Nodes {
  private final References references;
  private final Problems problems;

  Nodes(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /**
   * The value behind a reference, or the value itself. What a reference says beside itself as
   * summary or description stands before what its target says (OpenAPI 3.1, section 4.8.23).
   *
   * @return null when there is no target, which is noted
   */
  @Nullable Json follow(@Nullable Json value) {
    return follow(value, Set.of("summary", "description"));
  }

  /** The same for a path item, whose reference may have any members beside it. */
  @Nullable Json followPathItem(@Nullable Json value) {
    return follow(value, null);
  }

  private @Nullable Json follow(@Nullable Json value, @Nullable Set<String> siblings) {
    if (value == null || References.of(value) == null) {
      return value;
    }
    Map<String, Json> beside = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Json at = value;
    for (Json.Str reference = References.of(at); reference != null; reference = References.of(at)) {
      ((Json.Obj) at)
          .members()
          .forEach(
              (name, member) -> {
                if (!name.equals("$ref") && (siblings == null || siblings.contains(name))) {
                  beside.putIfAbsent(name, member);
                }
              });
      Optional<Target> target = target(reference);
      if (target.isEmpty()) {
        return null;
      }
      if (!seen.add(target.get().canonical())) {
        cycle(reference);
        return null;
      }
      at = target.get().value();
    }
    return merged(at, beside);
  }

  private static Json merged(Json target, Map<String, Json> beside) {
    if (beside.isEmpty() || !(target instanceof Json.Obj object)) {
      return target;
    }
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.putAll(beside);
    return new Json.Obj(members, object.location());
  }

  /** The target of a reference; noted as an error when there is none. */
  Optional<Target> target(Json.Str reference) {
    try {
      return Optional.of(references.find(reference));
    } catch (LocatedException e) {
      e.problem().error(problems, e.location(), e.what(), e.hint());
      return Optional.empty();
    }
  }

  /**
   * What a reference leads to that stands for a text or an example: when that cannot be had, it is
   * left out with a warning. A reference that must not be followed stays an error.
   */
  @Nullable Json optional(Json.Str reference) {
    try {
      return references.find(reference).value();
    } catch (LocatedException e) {
      if (e.problem() == SpecProblem.EXTERNAL_REFERENCE) {
        error(e.problem(), e.location(), e.what(), e.hint());
      } else {
        warning(e.problem(), e.location(), e.what(), "The text or example is left out.");
      }
      return null;
    }
  }

  void cycle(Json.Str reference) {
    SpecProblem.REFERENCE_CYCLE.error(
        problems,
        reference.location(),
        "The reference \"%s\" leads to nothing but references.".formatted(reference.value()),
        "Let one of them be a definition.");
  }

  /** The member's value, references followed; null when it is absent or dangling. */
  @Nullable Json get(Json.Obj holder, String name) {
    return follow(holder.get(name));
  }

  /** The member, if it is an object. */
  Json.@Nullable Obj object(Json.Obj holder, String name) {
    return asObject(get(holder, name), "\"" + name + "\"");
  }

  /** The value, if it is an object; noted when it is something else. */
  Json.@Nullable Obj asObject(@Nullable Json value, String what) {
    Json followed = follow(value);
    if (followed instanceof Json.Obj object) {
      return object;
    }
    wrongType(followed, what + " should be an object.");
    return null;
  }

  /** The members of a member that is an object; empty when it is absent. */
  Map<String, Json> members(Json.Obj holder, String name) {
    Json.Obj object = object(holder, name);
    return object == null ? Collections.emptyMap() : object.members();
  }

  /** The items of a member that is an array; empty when it is absent. */
  List<Json> items(Json.Obj holder, String name) {
    Json value = get(holder, name);
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    wrongType(value, "\"" + name + "\" should be an array.");
    return List.of();
  }

  /** The member's text; numbers and truth values as they are written; empty when it is absent. */
  String text(Json.Obj holder, String name) {
    Json written = holder.get(name);
    Json.Str reference = written == null ? null : References.of(written);
    Json value = reference == null ? written : optional(reference);
    String text = scalar(value);
    if (text == null) {
      wrongType(value, "\"" + name + "\" should be a string.");
    }
    return text == null ? "" : text;
  }

  /** Whether the member is true, also where it is so as a string. */
  boolean isTrue(Json.Obj holder, String name) {
    return "true".equals(scalar(holder.get(name)));
  }

  /** The member's truth value, when it has one. */
  Optional<Boolean> bool(Json.Obj holder, String name) {
    return Optional.ofNullable(scalar(holder.get(name)))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  /** The text of a string, number or truth value; null for anything else. */
  static @Nullable String scalar(@Nullable Json value) {
    if (value instanceof Json.Str string) {
      return string.value();
    }
    if (value instanceof Json.Num number) {
      return number.digits();
    }
    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : null;
  }

  /** {@code x-…} members. */
  static Map<String, Json> extensions(Json.Obj object) {
    Map<String, Json> extensions = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (name.startsWith("x-")) {
                extensions.put(name, value);
              }
            });
    return extensions;
  }

  private void wrongType(@Nullable Json value, String message) {
    if (value != null && !(value instanceof Json.Null)) {
      warning(SpecProblem.STRUCTURE, value.location(), message, "It is taken as absent.");
    }
  }

  void warning(SpecProblem problem, Location location, String message, String hint) {
    problem.warning(problems, location, message, hint);
  }

  void error(SpecProblem problem, Location location, String message, String hint) {
    problem.error(problems, location, message, hint);
  }
}
