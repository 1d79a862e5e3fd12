package dev.dragoman.generator.spec.node;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.source.References;
import dev.dragoman.generator.spec.source.References.Target;
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
public final class NodeReader {
  /** What becomes of most values that cannot be had. */
  private static final String ABSENT = "It is ignored.";

  private final References references;
  private final Problems problems;

  public NodeReader(References references, Problems problems) {
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
  @Nullable
  public Json followPathItem(@Nullable Json value) {
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
      Optional<Target> target = target(reference, ABSENT);
      if (target.isEmpty()) {
        return null;
      }
      if (!seen.add(target.get().canonical())) {
        warning(
            SpecProblem.REFERENCE_CYCLE,
            reference.location(),
            "The reference \"%s\" resolves only to other references.".formatted(reference.value()),
            ABSENT);
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

  /**
   * The target of a reference.
   *
   * @param instead what becomes of the place when there is no target, one sentence for the warning
   * @return empty when there is none, which is noted: as a warning, or as an error when the
   *     reference must not be followed
   */
  public Optional<Target> target(Json.Str reference, String instead) {
    try {
      return Optional.of(references.find(reference));
    } catch (LocatedException e) {
      if (e.problem().isLocal()) {
        warning(e.problem(), e.location(), e.what(), instead + " " + e.hint());
      } else {
        error(e.problem(), e.location(), e.what(), e.hint());
      }
      return Optional.empty();
    }
  }

  /**
   * What a reference leads to that stands for a text or an example. A reference that must not be
   * followed is an error here too.
   *
   * @return null when there is no target, which is noted
   */
  @Nullable
  public Json optional(Json.Str reference) {
    return target(reference, "The text or example is ignored.").map(Target::value).orElse(null);
  }

  /**
   * Looks whether references resolve that stand where the generator uses no more than the name:
   * headers and links of a response, callbacks. They are never followed to another file's content,
   * so not even one that must not be followed is more than a warning.
   *
   * @param holder the object that may have the map
   * @param name the map's name
   */
  public void checkReferences(Json.Obj holder, String name) {
    Json.Obj map = holder.object(name);
    for (Json value : map == null ? List.<Json>of() : map.members().values()) {
      Json.Str reference = References.of(value);
      if (reference != null) {
        check(reference);
      }
    }
  }

  private void check(Json.Str reference) {
    try {
      var unused = references.find(reference);
    } catch (LocatedException e) {
      warning(e.problem(), e.location(), e.what(), "Only its name is used. " + e.hint());
    }
  }

  /** The member's value, references followed; null when it is absent or dangling. */
  @Nullable
  public Json get(Json.Obj holder, String name) {
    return follow(holder.get(name));
  }

  /** The member, if it is an object. */
  public Json.@Nullable Obj object(Json.Obj holder, String name) {
    return asObject(get(holder, name), "\"" + name + "\"");
  }

  /** The value, if it is an object; noted when it is something else. */
  public Json.@Nullable Obj asObject(@Nullable Json value, String what) {
    Json followed = follow(value);
    if (followed instanceof Json.Obj object) {
      return object;
    }
    wrongType(followed, what + " should be an object.");
    return null;
  }

  /** The members of a member that is an object; empty when it is absent. */
  public Map<String, Json> members(Json.Obj holder, String name) {
    Json.Obj object = object(holder, name);
    return object == null ? Collections.emptyMap() : object.members();
  }

  /** The items of a member that is an array; empty when it is absent. */
  public List<Json> items(Json.Obj holder, String name) {
    Json value = get(holder, name);
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    wrongType(value, "\"" + name + "\" should be an array.");
    return List.of();
  }

  /** The member's text; numbers and truth values as they are written; empty when it is absent. */
  public String text(Json.Obj holder, String name) {
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
  public boolean isTrue(Json.Obj holder, String name) {
    return "true".equals(scalar(holder.get(name)));
  }

  /** The member's truth value, when it has one. */
  public Optional<Boolean> bool(Json.Obj holder, String name) {
    return Optional.ofNullable(scalar(holder.get(name)))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  /** The text of a string, number or truth value; null for anything else. */
  public static @Nullable String scalar(@Nullable Json value) {
    if (value instanceof Json.Str string) {
      return string.value();
    }
    if (value instanceof Json.Num number) {
      return number.digits();
    }
    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : null;
  }

  /** {@code x-…} members. */
  public static Map<String, Json> extensions(Json.Obj object) {
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
      warning(SpecProblem.STRUCTURE, value.location(), message, ABSENT);
    }
  }

  /**
   * A name that cannot stand in an HTTP message: a warning for what is left out, unless the name
   * contains characters that would split the message (CWE-113), which nobody writes by mistake.
   */
  public void badName(String name, Location location, String message, String hint) {
    if (HttpNames.splitsMessage(name)) {
      error(SpecProblem.HTTP_NAME, location, message, "Remove the control characters.");
    } else {
      warning(SpecProblem.HTTP_NAME, location, message, hint);
    }
  }

  public void warning(SpecProblem problem, Location location, String message, String hint) {
    problem.warning(problems, location, message, hint);
  }

  public void error(SpecProblem problem, Location location, String message, String hint) {
    problem.error(problems, location, message, hint);
  }
}
