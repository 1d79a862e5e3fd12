package dev.dragoman.runtime.mask;

/** A window of a text, with escapes undone or not, that knows where each character came from. */
final class View {
  /** An escape that is cut off at the end of a text has fewer characters. */
  private static final int LONGEST_ESCAPE = 10;

  private final char[] characters;
  private final int[] origins;
  private int length;

  View(int capacity) {
    this.characters = new char[capacity];
    this.origins = new int[capacity + 1];
  }

  /** A text with its escapes undone once. */
  static String withoutEscapes(String text) {
    View view = new View(text.length());
    view.load(text, 0, text.length());
    view.undoEscapes();
    return new String(view.characters, 0, view.length);
  }

  int capacity() {
    return characters.length;
  }

  char[] characters() {
    return characters;
  }

  int length() {
    return length;
  }

  char at(int index) {
    return characters[index];
  }

  /** Where the character, or the end, stands in the text. */
  int origin(int index) {
    return origins[index];
  }

  void load(String text, int start, int end) {
    text.getChars(start, end, characters, 0);
    length = end - start;
    for (int index = 0; index <= length; index++) {
      origins[index] = start + index;
    }
  }

  /** Puts characters in the place of escapes; whether there was any. */
  boolean undoEscapes() {
    int written = 0;
    int read = 0;
    boolean any = false;
    while (read < length) {
      char unit = characters[read];
      int escape = Escapes.isStart(unit) ? Escapes.read(characters, read, length) : 0;
      origins[written] = origins[read];
      if (escape == 0) {
        characters[written++] = unit;
        read++;
      } else {
        any = true;
        if (!Escapes.isNothing(escape)) {
          characters[written++] = Escapes.character(escape);
        }
        read += Escapes.length(escape);
      }
    }
    origins[written] = origins[length];
    length = written;
    return any;
  }

  /** Where an escape begins that the end cuts off; the length without one. */
  int openEscape() {
    for (int index = length - 1; index >= 0 && index > length - LONGEST_ESCAPE; index--) {
      if (Escapes.isStart(characters[index])) {
        return index;
      }
    }
    return length;
  }

  /** Whether so many first characters of a text stand right before an index. */
  boolean endsWith(String text, int count, int end) {
    for (int index = 0; index < count; index++) {
      if (text.charAt(index) != characters[end - count + index]) {
        return false;
      }
    }
    return true;
  }
}
