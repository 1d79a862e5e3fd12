package dev.dragoman.runtime.text;

import dev.dragoman.runtime.json.JsonWriter;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Formats a received value for a message: shortened, and masked if it may be a secret. */
public final class DisplayValue {
  private static final int CHARACTERS = 60;

  /** Names whose values are never repeated. */
  private static final Pattern SECRET =
      Pattern.compile(
          "pass(word|wd|phrase|code)?|pwd|secret|token|api[-_]?key|credential|private[-_]?key"
              + "|authorization|cvc|cvv|\\bpin\\b",
          Pattern.CASE_INSENSITIVE);

  private DisplayValue() {}

  /**
   * A value, shortened.
   *
   * @param place the location of the value; a value whose name suggests a secret is only described
   */
  public static String of(String place, JsonNode value) {
    return isSecret(place) ? described(value) : text(JsonWriter.write(value));
  }

  /** Whether the name of a location suggests a secret. */
  public static boolean isSecret(String place) {
    return SECRET.matcher(place).find();
  }

  /** A text, shortened. */
  public static String text(String text) {
    return text(text, CHARACTERS);
  }

  /** A text, shortened to a number of UTF-16 units; never half a surrogate pair. */
  public static String text(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  /** Describes the type of a value without its content. */
  public static String described(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a string of " + value.stringValue().length() + " characters";
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      default -> "null";
    };
  }
}
