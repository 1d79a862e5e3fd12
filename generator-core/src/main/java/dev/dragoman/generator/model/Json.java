package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value with its location in the document, which may be written in JSON or YAML. Objects
 * keep the order of their members, and numbers keep their digits.
 */
public sealed interface Json {

  /** The location of the value. */
  Location location();

  /** An object; members are in document order. */
  record Obj(Map<String, Json> members, Location location) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      Objects.requireNonNull(location);
    }

    /** The value of a member; null if it is absent. */
    public @Nullable Json get(String name) {
      return members.get(name);
    }

    /** The text of a member; null if it is absent or not a string. */
    public @Nullable String text(String name) {
      return members.get(name) instanceof Str string ? string.value() : null;
    }

    /** Whether a member is the literal true. */
    public boolean isTrue(String name) {
      return members.get(name) instanceof Bool bool && bool.value();
    }

    /** A member that is an object; null otherwise. */
    public @Nullable Obj object(String name) {
      return members.get(name) instanceof Obj object ? object : null;
    }

    /** The items of a member that is an array; empty for anything else. */
    public List<Json> items(String name) {
      return members.get(name) instanceof Arr array ? array.items() : List.of();
    }
  }

  /** An array. */
  record Arr(List<Json> items, Location location) implements Json {
    public Arr {
      items = List.copyOf(items);
      Objects.requireNonNull(location);
    }
  }

  /** A string. */
  record Str(String value, Location location) implements Json {
    public Str {
      Objects.requireNonNull(value);
      Objects.requireNonNull(location);
    }
  }

  /** A number, with the digits in the document (in JSON notation, RFC 8259, section 6). */
  record Num(String digits, Location location) implements Json {
    public Num {
      Objects.requireNonNull(digits);
      Objects.requireNonNull(location);
    }
  }

  /**
   * True or false.
   *
   * @param spelling as written in the document: YAML also allows {@code True}
   */
  record Bool(boolean value, String spelling, Location location) implements Json {
    public Bool {
      Objects.requireNonNull(spelling);
      Objects.requireNonNull(location);
    }

    /** Creates a value in JSON notation. */
    public Bool(boolean value, Location location) {
      this(value, String.valueOf(value), location);
    }
  }

  /** The null literal. */
  record Null(Location location) implements Json {
    public Null {
      Objects.requireNonNull(location);
    }
  }
}
