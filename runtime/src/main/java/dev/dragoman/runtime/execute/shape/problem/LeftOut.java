package dev.dragoman.runtime.execute.shape.problem;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Counts what is left out of a body, and names it. */
final class LeftOut {
  private static final int NAMED = 5;
  private static final int NAME_LENGTH = 60;

  private final Set<String> what = new LinkedHashSet<>();
  private long characters;

  /**
   * Adds a part.
   *
   * @param part its path in the body; empty for one without a name
   * @param length its length in characters; nothing happens unless it is positive
   */
  void add(String part, long length) {
    if (length > 0) {
      characters += length;
      if (!part.isEmpty()) {
        what.add(part.length() > NAME_LENGTH ? TextError.cut(part, NAME_LENGTH) + "…" : part);
      }
    }
  }

  Optional<String> notice() {
    if (characters == 0) {
      return Optional.empty();
    }
    String named = String.join(", ", what.stream().limit(NAMED).toList());
    String more = what.size() > NAMED ? " and " + (what.size() - NAMED) + " more" : "";
    return Optional.of(
        "The error body is shortened: "
            + characters
            + " characters are left out"
            + (named.isEmpty() ? "." : " (" + named + more + ")."));
  }
}
