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
 * Typed access to the members of a document's objects. References are followed; members of the
 * wrong type are reported and treated as absent.
 */
public final class NodeReader {
  /** The usual consequence of an invalid value, for messages. */
  private static final String ABSENT = "It is ignored.";

  private final References references;
  private final Problems problems;

  /** Creates a reader. */
  public NodeReader(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /**
   * The target of a reference, or the value itself. A summary or description next to a reference
   * takes precedence over the target's (OpenAPI 3.1, section 4.8.23).
   *
   * @return null if there is no target, which is reported
   */
  @Nullable Json follow(@Nullable Json value) {
    return follow(value, Set.of("summary", "description"));
  }

  /** Like {@link #follow(Json)} for a path item, whose reference may have any other members. */
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
   * @param instead the consequence of a missing target, one sentence for the warning
   * @return empty if there is none, which is reported: as a warning, or as an error if the
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
   * The target of a reference in place of a text or an example. A reference that must not be
   * followed is an error here, too.
   *
   * @return null if there is no target, which is reported
   */
  @Nullable
  public Json optional(Json.Str reference) {
    return target(reference, "The text or example is ignored.").map(Target::value).orElse(null);
  }

  /**
   * Checks references in maps of which only the names are used: headers and links of a response,
   * and callbacks. They are never followed to the contents of another file, so that even one that
   * must not be followed is only a warning.
   *
   * @param holder the object that may contain the map
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

  /** The member's value after following references; null if it is absent or cannot be resolved. */
  @Nullable
  public Json get(Json.Obj holder, String name) {
    return follow(holder.get(name));
  }

  /** The member, if it is an object. */
  public Json.@Nullable Obj object(Json.Obj holder, String name) {
    return asObject(get(holder, name), "\"" + name + "\"");
  }

  /** The value, if it is an object; reported if it is anything else. */
  public Json.@Nullable Obj asObject(@Nullable Json value, String what) {
    Json followed = follow(value);
    if (followed instanceof Json.Obj object) {
      return object;
    }
    wrongType(followed, what + " should be an object.");
    return null;
  }

  /** The members of a member that is an object; empty if it is absent. */
  public Map<String, Json> members(Json.Obj holder, String name) {
    Json.Obj object = object(holder, name);
    return object == null ? Collections.emptyMap() : object.members();
  }

  /** The items of a member that is an array; empty if it is absent. */
  public List<Json> items(Json.Obj holder, String name) {
    Json value = get(holder, name);
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    wrongType(value, "\"" + name + "\" should be an array.");
    return List.of();
  }

  /** The member's text; numbers and booleans as written; empty if it is absent. */
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

  /** Whether the member is true, even if written as a string. */
  public boolean isTrue(Json.Obj holder, String name) {
    return "true".equals(scalar(holder.get(name)));
  }

  /** The member's boolean value, if it has one. */
  public Optional<Boolean> bool(Json.Obj holder, String name) {
    return Optional.ofNullable(scalar(holder.get(name)))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  /** The text of a string, number or boolean; null for anything else. */
  public static @Nullable String scalar(@Nullable Json value) {
    if (value instanceof Json.Str string) {
      return string.value();
    }
    if (value instanceof Json.Num number) {
      return number.digits();
    }
    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : null;
  }

  /** The members whose names start with {@code x-}. */
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
   * Reports a name that is not valid in an HTTP message: a warning, unless the name contains
   * characters that would split the message (CWE-113), which do not occur by mistake.
   */
  public void badName(String name, Location location, String message, String hint) {
    if (HttpNames.splitsMessage(name)) {
      error(SpecProblem.HTTP_NAME, location, message, "Remove the control characters.");
    } else {
      warning(SpecProblem.HTTP_NAME, location, message, hint);
    }
  }

  /** Reports a problem that leaves the rest of the document usable. */
  public void warning(SpecProblem problem, Location location, String message, String hint) {
    problem.warning(problems, location, message, hint);
  }

  /** Reports a problem for which generation fails. */
  public void error(SpecProblem problem, Location location, String message, String hint) {
    problem.error(problems, location, message, hint);
  }
}
