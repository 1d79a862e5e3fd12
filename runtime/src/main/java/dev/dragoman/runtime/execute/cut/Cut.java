package dev.dragoman.runtime.execute.cut;

import dev.dragoman.runtime.json.fields.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The part of a value that is shown.
 *
 * @param value the part; each value in it is equal to the original, except for the text of a window
 * @param window the part of a list, object or text that is shown; empty if all of it is
 * @param omitted the fields that were too long to be shown
 */
public record Cut(JsonNode value, Optional<Window> window, List<FieldPath> omitted) {
  public Cut {
    Objects.requireNonNull(value);
    Objects.requireNonNull(window);
    omitted = List.copyOf(omitted);
  }

  static Cut whole(JsonNode value) {
    return new Cut(value, Optional.empty(), List.of());
  }

  /** Whether anything is missing. */
  public boolean isPartial() {
    return window.isPresent() || !omitted.isEmpty();
  }

  /** What is counted in a window. */
  public enum Unit {
    ITEMS("items"),
    MEMBERS("members"),
    CHARACTERS("characters");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A part of a list, of the members of an object, or of a text.
   *
   * @param path where it is; empty if it is the whole value
   * @param from the number of those before the part
   * @param to the number of those before the rest
   * @param of the number of all
   */
  public record Window(Unit unit, List<String> path, int from, int to, int of) {
    public Window {
      Objects.requireNonNull(unit);
      path = List.copyOf(path);
    }

    /** Whether anything follows the part. */
    public boolean hasMore() {
      return to < of;
    }

    /** For messages, e.g. {@code items 1 to 30 of 250}. */
    @Override
    public String toString() {
      String place = path.isEmpty() ? "" : " of " + String.join(".", path);
      return from >= to
          ? "none of the " + of + " " + unit + place
          : unit + " " + (from + 1) + " to " + to + " of " + of + place;
    }
  }
}
