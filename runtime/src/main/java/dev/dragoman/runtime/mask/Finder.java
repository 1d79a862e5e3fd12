package dev.dragoman.runtime.mask;

import dev.dragoman.runtime.mask.CredentialMask.Range;
import dev.dragoman.runtime.mask.Spellings.Needle;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds needles in one text, verbatim and with up to three levels of escapes decoded. The text is
 * processed in overlapping windows, so that a long one is not copied. Serves one search.
 */
final class Finder {
  private static final int WINDOW = 32 * 1024;
  private static final int LAYERS = 3;

  /** Maximum number of characters that one character takes with nested escapes. */
  private static final int LONGEST_ESCAPE = 12;

  /** Shorter pieces at the end of a cut text are not significant. */
  private static final int MIN_PIECE = 6;

  private final Needles needles;
  private final int overlap;
  private final View view;
  private final List<Range> ranges = new ArrayList<>();

  /**
   * Creates a search. Windows overlap by the longest needle in its longest escaped form, so that no
   * needle is missed at the end of a window.
   */
  Finder(Needles needles, int textLength) {
    this.needles = needles;
    this.overlap = (needles.longest() + 8) * LONGEST_ESCAPE;
    this.view = new View(Math.min(textLength, Math.max(WINDOW, 4 * overlap)));
  }

  /**
   * The ranges of the needles.
   *
   * @param cut whether to include parts of needles at the end
   */
  List<Range> find(String text, boolean cut) {
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + view.capacity());
      view.load(text, start, end);
      boolean last = end == text.length();
      layers(cut && last);
      start = last ? end : end - overlap;
    }
    return ranges;
  }

  /** Searches the window verbatim, then with one more level of escapes decoded each time. */
  private void layers(boolean cut) {
    look(cut);
    for (int layer = 0; layer < LAYERS && view.undoEscapes(); layer++) {
      look(cut);
    }
  }

  private void look(boolean cut) {
    needles.find(
        view.characters(),
        view.length(),
        (needle, start) -> add(needle, start, start + needle.text().length()));
    if (cut) {
      piece(view.length());
      piece(view.openEscape());
    }
  }

  /**
   * Adds the range of a needle. For Base64, it includes adjacent digits that contain bits of the
   * credential, and the padding.
   */
  private void add(Needle needle, int start, int end) {
    int from = start;
    int to = end;
    if (needle.encoded()) {
      from -= needle.before() > 0 && start > 0 && isDigit(view.at(start - 1)) ? 1 : 0;
      to += to < view.length() && isDigit(view.at(to)) ? 1 : 0;
      while (to < view.length() && view.at(to) == '=') {
        to++;
      }
    }
    ranges.add(new Range(view.origin(from), view.origin(to)));
  }

  /** A Base64 or Base64URL digit (RFC 4648, sections 4 and 5). */
  private static boolean isDigit(char unit) {
    return (unit >= 'A' && unit <= 'Z')
        || (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || "+/-_".indexOf(unit) >= 0;
  }

  /** Adds the longest prefix of a needle that ends there. */
  private void piece(int end) {
    int longest = 0;
    for (Needle needle : needles.all()) {
      for (int length = Math.min(end, needle.text().length() - 1); length > longest; length--) {
        if (view.endsWith(needle.text(), length, end)) {
          longest = length;
        }
      }
    }
    if (longest >= MIN_PIECE) {
      ranges.add(new Range(view.origin(end - longest), view.origin(view.length())));
    }
  }
}
