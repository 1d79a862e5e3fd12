package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where in its document it stands, whether that was written in JSON or in
 * YAML. Objects keep the order of their members, numbers keep their digits.
 */
public sealed interface Json {

  /** Where the value stands. */
  Location location();

  /** An object; members in document order. */
  record Obj(Map<String, Json> members, Location location) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      Objects.requireNonNull(location);
    }

    public @Nullable Json get(String name) {
      return members.get(name);
    }

    /** The text of a member, or null when it is absent or no string. */
    public @Nullable String text(String name) {
      return members.get(name) instanceof Str string ? string.value() : null;
    }

    /** Whether a member is the literal true. */
    public boolean isTrue(String name) {
      return members.get(name) instanceof Bool bool && bool.value();
    }

    /** A member that is an object, or null. */
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

  /** A number, with the digits of the document (JSON spelling: RFC 8259, section 6). */
  record Num(String digits, Location location) implements Json {
    public Num {
      Objects.requireNonNull(digits);
      Objects.requireNonNull(location);
    }
  }

  /**
   * True or false.
   *
   * @param spelling as the document has it: YAML knows {@code True} too
   */
  record Bool(boolean value, String spelling, Location location) implements Json {
    public Bool {
      Objects.requireNonNull(spelling);
      Objects.requireNonNull(location);
    }

    /** In the spelling of JSON. */
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
