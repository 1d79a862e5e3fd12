package dev.dragoman.runtime.search.text;

import dev.dragoman.runtime.search.rank.Lexicon;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits text into words: the same way for documents and queries, except that only documents are
 * split at the capitals of {@code camelCase}. A query means the same in any case; {@link Lexicon}
 * splits unknown words of a query.
 */
public final class Tokenizer {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Longer runs are data, not words. */
  private static final int LONGEST = 40;

  /** The first character of Thai; no script before it is written without spaces. */
  private static final int FIRST_WITHOUT_BLANKS = 0x0E00;

  private Tokenizer() {}

  /** The words of a document's text or name, in lower case, in order. */
  public static List<String> document(String text) {
    return words(text, true);
  }

  /** The words of a query, in lower case, in order. */
  public static List<String> query(String text) {
    return words(text.toLowerCase(Locale.ROOT), false);
  }

  /**
   * Splits text at everything except letters and digits. Apostrophes inside a word are dropped, so
   * that {@code user's} is one word.
   */
  private static List<String> words(String text, boolean camelCase) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (!run.isEmpty() && isOtherScript(run.codePointAt(0), c)) {
          endOfRun(run, camelCase, words);
        }
        run.appendCodePoint(c);
      } else if (!(isApostrophe(c) && !run.isEmpty())) {
        endOfRun(run, camelCase, words);
      }
    }
    endOfRun(run, camelCase, words);
    return words;
  }

  /** Letters without accents, and compatibility characters normalized. */
  private static String fold(String text) {
    return isAscii(text)
        ? text
        : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  /** Adds the words of a run of letters and digits. */
  private static void endOfRun(StringBuilder run, boolean camelCase, List<String> words) {
    String word = run.toString();
    run.setLength(0);
    if (word.isEmpty() || word.length() > LONGEST) {
      return;
    }
    if (writtenWithoutBlanks(word.codePointAt(0))) {
      pairs(word, words);
    } else if (camelCase) {
      humps(word, words);
    } else {
      words.add(word);
    }
  }

  /**
   * Whether a letter begins a word of another script: those without spaces have none before foreign
   * words either. Digits and the marks that scripts share belong to the word before them.
   */
  private static boolean isOtherScript(int first, int c) {
    return Math.max(first, c) >= FIRST_WITHOUT_BLANKS
        && UnicodeScript.of(c) != UnicodeScript.COMMON
        && writtenWithoutBlanks(first) != writtenWithoutBlanks(c);
  }

  /** Whether a script does not separate words by spaces. */
  private static boolean writtenWithoutBlanks(int c) {
    if (c < FIRST_WITHOUT_BLANKS) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.THAI
        || script == UnicodeScript.LAO
        || script == UnicodeScript.KHMER
        || script == UnicodeScript.MYANMAR;
  }

  /** Pairs of adjacent characters, for scripts without word boundaries. */
  private static void pairs(String run, List<String> words) {
    int[] points = run.toLowerCase(Locale.ROOT).codePoints().toArray();
    if (points.length == 1) {
      words.add(new String(points, 0, 1));
    }
    for (int i = 0; i + 2 <= points.length; i++) {
      words.add(new String(points, i, 2));
    }
  }

  /**
   * Splits {@code camelCase}. If a part would have a single letter, as in {@code iPhone}, the word
   * is kept as a whole.
   */
  private static void humps(String word, List<String> words) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < word.length(); i++) {
      if (isHump(word, i)) {
        parts.add(word.substring(start, i));
        start = i;
      }
    }
    parts.add(word.substring(start));
    boolean real = parts.stream().allMatch(part -> part.length() > 1);
    for (String part : real ? parts : List.of(word)) {
      words.add(part.toLowerCase(Locale.ROOT));
    }
  }

  /** Before the capital in {@code pullRequest}, and before the last one in {@code SSHKey}. */
  private static boolean isHump(String word, int i) {
    if (!Character.isUpperCase(word.charAt(i))) {
      return false;
    }
    if (!Character.isUpperCase(word.charAt(i - 1))) {
      return true;
    }
    boolean pluralOfCapitals = i + 2 == word.length() && word.charAt(i + 1) == 's';
    return i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1)) && !pluralOfCapitals;
  }
}
