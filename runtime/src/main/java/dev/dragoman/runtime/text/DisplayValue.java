package dev.dragoman.runtime.text;

import dev.dragoman.runtime.json.JsonWriter;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How a value that came is shown in a message: not too long, and never where it may be a secret.
 */
public final class DisplayValue {
  private static final int CHARACTERS = 60;

  /** Names of values that are not repeated, whatever they hold. */
  private static final Pattern SECRET =
      Pattern.compile(
          "pass(word|wd|phrase|code)?|pwd|secret|token|api[-_]?key|credential|private[-_]?key"
              + "|authorization|cvc|cvv|\\bpin\\b",
          Pattern.CASE_INSENSITIVE);

  private DisplayValue() {}

  /**
   * A value, shortened.
   *
   * @param place where it stands; one that is named like a secret is described only
   */
  public static String of(String place, JsonNode value) {
    return isSecret(place) ? described(value) : text(JsonWriter.write(value));
  }

  /** Whether what stands at a place is named like a secret. */
  public static boolean isSecret(String place) {
    return SECRET.matcher(place).find();
  }

  /** A text, shortened. */
  public static String text(String text) {
    if (text.length() <= CHARACTERS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(CHARACTERS - 1)) ? CHARACTERS - 1 : CHARACTERS;
    return text.substring(0, end) + "…";
  }

  /** What a value is, without what it holds. */
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
