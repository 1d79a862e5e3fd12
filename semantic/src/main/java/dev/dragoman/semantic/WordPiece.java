package dev.dragoman.semantic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into the pieces that the model knows, like BERT's uncased tokenizer: in lower case,
 * without accents, with punctuation and CJK characters as separate words, and each word from left
 * to right into the longest pieces in the vocabulary.
 */
final class WordPiece {
  private static final String UNKNOWN = "[UNK]";
  private static final int LONGEST_WORD = 100;

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern PART =
      Pattern.compile(
          "[\\p{IsHan}]|[\\p{Punct}\\p{IsPunctuation}]|[^\\p{IsHan}\\p{Punct}\\p{IsPunctuation}\\s\\p{Z}]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\uFFFD&&[^\\t\\n\\r]]");

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  /**
   * Creates a tokenizer.
   *
   * @param vocabulary the number of each piece; pieces inside a word start with {@code ##}
   */
  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    start = number("[CLS]");
    end = number("[SEP]");
    unknown = number(UNKNOWN);
  }

  private int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("The vocabulary has no " + piece + ".");
    }
    return number;
  }

  /**
   * The numbers of the text's pieces between those for start and end, at most this many in total.
   */
  long[] encode(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(start);
    Matcher part = PART.matcher(normalized(text));
    while (part.find() && pieces.size() < most) {
      add(part.group(), pieces);
    }
    List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
    kept.add(end);
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private static String normalized(String text) {
    String clean = CONTROL.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return MARKS.matcher(Normalizer.normalize(clean, Normalizer.Form.NFD)).replaceAll("");
  }

  private void add(String word, List<Integer> pieces) {
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from < word.length() && word.length() <= LONGEST_WORD) {
      int to = longest(word, from);
      if (to < 0) {
        break;
      }
      found.add(number(piece(word, from, to)));
      from = to;
    }
    if (from < word.length()) {
      pieces.add(unknown);
    } else {
      pieces.addAll(found);
    }
  }

  private int longest(String word, int from) {
    for (int to = word.length(); to > from; to--) {
      if (vocabulary.containsKey(piece(word, from, to))) {
        return to;
      }
    }
    return -1;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
  }
}
