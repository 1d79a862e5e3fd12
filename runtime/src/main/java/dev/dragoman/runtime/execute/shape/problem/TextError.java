package dev.dragoman.runtime.execute.shape.problem;

/** Shortens text in an error: markup to its text, traces to their messages, the rest to a limit. */
final class TextError {
  private static final int MAX_CHARACTERS = 2_000;

  private TextError() {}

  /** The text, if it is short and plain; otherwise the part that says what happened. */
  static String shortened(String text) {
    String plain = Markup.isMarkup(text) ? Markup.text(text, MAX_CHARACTERS * 2) : text;
    return cut(StackTrace.withoutFrames(plain), MAX_CHARACTERS);
  }

  /** The beginning of a text; never half a surrogate pair. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
