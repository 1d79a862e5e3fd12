package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.guide.facts.ToolFact;
import java.util.regex.Pattern;

/** What a tool does, for people; the descriptions that clients get are written for models. */
final class ToolWords {
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[^\\s\\p{Ll}])");

  private ToolWords() {}

  static String of(ToolFact tool) {
    return switch (tool.name()) {
      case "search" ->
          "Finds operations of the API and describes how to call them and whether this connection may.";
      case "execute" -> "Runs an operation that search has found.";
      case "execute_read" -> "Runs an operation that only reads.";
      case "execute_write" -> "Runs an operation that changes something.";
      case "submit_mcp_feedback" -> "Takes a note about the server itself.";
      default -> firstSentence(tool.description());
    };
  }

  /** Up to the first full stop, unless a small letter follows, as after an abbreviation. */
  private static String firstSentence(String description) {
    String line = description.strip().split("\\R", 2)[0];
    return END.split(line, 2)[0];
  }
}
