package dev.dragoman.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of the script in the stack of an error. */
final class StackLines {
  /** Lines that precede the body in the text of a function made by its constructor. */
  private static final int HEAD_LINES = 2;

  private static final Pattern PLACE = Pattern.compile("<input>:(\\d{1,6})");

  private StackLines() {}

  /** The message with the line of the script where the error was thrown, if the stack says so. */
  static String located(String message, String stack) {
    Matcher place = PLACE.matcher(stack);
    if (place.find()) {
      int line = Integer.parseInt(place.group(1)) - HEAD_LINES;
      if (line > 0) {
        return message + " (line " + line + ")";
      }
    }
    return message;
  }
}
