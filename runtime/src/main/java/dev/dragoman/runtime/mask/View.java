package dev.dragoman.runtime.mask;

/** A window of a text, optionally with escapes decoded, that maps characters to their origin. */
final class View {
  /** An escape that is cut off at the end of a text is shorter than this. */
  private static final int LONGEST_ESCAPE = 10;

  private final char[] characters;
  private final int[] origins;
  private int length;

  View(int capacity) {
    this.characters = new char[capacity];
    this.origins = new int[capacity + 1];
  }

  /** A text with one level of escapes decoded. */
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

  /** The index in the text of a character, or of the end. */
  int origin(int index) {
    return origins[index];
  }

  /** Loads a window of a text, without decoding anything. */
  void load(String text, int start, int end) {
    text.getChars(start, end, characters, 0);
    length = end - start;
    for (int index = 0; index <= length; index++) {
      origins[index] = start + index;
    }
  }

  /** Replaces escapes with characters; returns whether there were any. */
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

  /** The start of an escape that is cut off by the end; the length if there is none. */
  int openEscape() {
    for (int index = length - 1; index >= 0 && index > length - LONGEST_ESCAPE; index--) {
      if (Escapes.isStart(characters[index])) {
        return index;
      }
    }
    return length;
  }

  /** Whether the first characters of a string directly precede an index. */
  boolean endsWith(String text, int count, int end) {
    for (int index = 0; index < count; index++) {
      if (text.charAt(index) != characters[end - count + index]) {
        return false;
      }
    }
    return true;
  }
}
