package dev.dragoman.runtime.search.text;

import java.util.Set;

/**
 * Reduces the forms of an English word to one: {@code issues} and {@code issue}, {@code creating},
 * {@code created}, {@code creation} and {@code create}. Light: the result need not be a word, and
 * words that differ in more than an inflection remain distinct.
 */
public final class Stemmer {
  /** Words that look inflected but are not. */
  private static final Set<String> WHOLE =
      Set.of(
          ("news series species during always this https dns aws sms gps tls alias bias canvas atlas"
                  + " gas lens embed exceed proceed succeed speed")
              .split(" "));

  private static final int SHORTEST = 3;

  private Stemmer() {}

  /**
   * The stem of a word.
   *
   * @param word in lower case
   */
  public static String stem(String word) {
    if (word.length() < SHORTEST || WHOLE.contains(word) || !Tokenizer.isAscii(word)) {
      return word;
    }
    String one = singular(word);
    return WHOLE.contains(one) ? one : withoutEnding(one);
  }

  /** Whether a lower-case word has a plural ending. */
  public static boolean isPlural(String word) {
    return word.length() > SHORTEST
        && !WHOLE.contains(word)
        && Tokenizer.isAscii(word)
        && !singular(word).equals(word);
  }

  /**
   * The singular of a regular plural: {@code boxes} becomes {@code box}, {@code categories} becomes
   * {@code category}.
   */
  private static String singular(String word) {
    if (!word.endsWith("s") || ends(word, "ss", "us", "is")) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return cut(word, 3) + "y";
    }
    boolean hissing = ends(word, "sses", "xes", "zes", "ches", "shes", "uses");
    return hissing && word.length() > 4 ? cut(word, 2) : cut(word, 1);
  }

  /**
   * The word without {@code -ied}, {@code -ing}, {@code -ed}, {@code -tion}, {@code -sion} and a
   * final {@code e}, and with {@code -y} for {@code -ie}.
   */
  private static String withoutEnding(String word) {
    if (word.endsWith("ied") && word.length() > 4) {
      return cut(word, 3) + "y";
    }
    // The plural does not say whether the singular ends in -y or in -ie.
    if (word.endsWith("ie") && word.length() > SHORTEST) {
      return cut(word, 2) + "y";
    }
    for (String ending : new String[] {"ing", "ed"}) {
      if (word.endsWith(ending) && isStem(cut(word, ending.length()))) {
        return undoubled(withoutE(cut(word, ending.length())));
      }
    }
    if (ends(word, "tion", "sion") && isStem(cut(word, 3))) {
      return withoutE(cut(word, 3));
    }
    return undoubled(withoutE(word));
  }

  private static String withoutE(String word) {
    return word.endsWith("e") && word.length() > SHORTEST ? cut(word, 1) : word;
  }

  /**
   * The word without a doubled final letter: {@code getting} and {@code get} have the same stem.
   */
  private static String undoubled(String word) {
    int last = word.length() - 1;
    return last >= SHORTEST && word.charAt(last) == word.charAt(last - 1) ? cut(word, 1) : word;
  }

  /** Long enough, and with a vowel: {@code string} is not {@code str} with an ending. */
  private static boolean isStem(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return word.length() >= SHORTEST;
      }
    }
    return false;
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String word, int count) {
    return word.substring(0, word.length() - count);
  }
}
