package dev.dragoman.generator.spec.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The skeleton of a name: only a program can distinguish two names with the same skeleton (Unicode
 * Technical Standard 39, section 4). The table contains letters of other scripts that the fonts of
 * editors and terminals display like Latin ones, and digits and letters that many fonts display
 * alike. Compatibility forms of a letter (full width, mathematical) are normalized by NFKC.
 */
final class Skeleton {
  /** A character, followed by those that look like it. */
  private static final List<String> ALIKE =
      List.of(
          "A\u0410\u0391\u13AA",
          "a\u0430\u03B1\u0251",
          "B\u0412\u0392\u13F4",
          "b\u042C\u0185",
          "C\u0421\u13DF\u03F9",
          "c\u0441\u03F2\u1D04",
          "D\u13A0",
          "d\u0501\u0257",
          "E\u0415\u0395\u13AC",
          "e\u0435\u04BD",
          "F\u03DC",
          "f\u0192",
          "G\u050C\u13C0",
          "g\u0261\u0581",
          "H\u041D\u0397\u13BB",
          "h\u04BB\u0570",
          "i\u0456\u03B9\u0131\u0269",
          "J\u0408\u13AB\u037F",
          "j\u0458\u03F3",
          "K\u041A\u039A\u13E6",
          "k\u043A\u03BA",
          "L\u13DE\uA4E1",
          "lI1|\u0406\u0399\u04C0\u04CF\u01C0",
          "M\u041C\u039C\u13B7",
          "N\u039D",
          "n\u0578\u03B7",
          "O0\u041E\u039F\u0555",
          "o\u043E\u03BF\u0585\u05E1",
          "P\u0420\u03A1\u13E2",
          "p\u0440\u03C1",
          "Q\u051A",
          "q\u051B\u0566",
          "R\u13A1",
          "r\u0433\u1D26",
          "S\u0405\u13DA",
          "s\u0455\uA731",
          "T\u0422\u03A4\u13A2",
          "t\u0442\u03C4",
          "U\u054D\u10AE",
          "u\u03C5\u057D\u1D1C",
          "V\u0474\u13D9",
          "v\u03BD\u0475\u1D20",
          "W\u051C\u13B3",
          "w\u051D\u0461\u1D21",
          "X\u0425\u03A7",
          "x\u0445\u03C7",
          "Y\u0423\u03A5\u04AE",
          "y\u0443\u03B3\u04AF\u028F",
          "Z\u0396\u13C3",
          "z\u1D22");

  private static final Map<Character, Character> LATIN = latin();

  private Skeleton() {}

  /** The skeleton of a name. */
  static String of(String name) {
    StringBuilder skeleton = new StringBuilder(name.length());
    for (char c : Normalizer.normalize(name, Normalizer.Form.NFKC).toCharArray()) {
      if (!isInvisible(c)) {
        skeleton.append(LATIN.getOrDefault(c, c));
      }
    }
    return skeleton.toString();
  }

  /** Tag characters are surrogate pairs; the table contains no letters outside the BMP. */
  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || c == '\uDB40'
        || (c >= '\uFE00' && c <= '\uFE0F');
  }

  private static Map<Character, Character> latin() {
    Map<Character, Character> latin = new HashMap<>();
    for (String row : ALIKE) {
      for (char c : row.substring(1).toCharArray()) {
        latin.put(c, row.charAt(0));
      }
    }
    return latin;
  }
}
