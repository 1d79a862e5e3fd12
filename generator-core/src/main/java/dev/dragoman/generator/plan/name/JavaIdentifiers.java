package dev.dragoman.generator.plan.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Converts text from a document to Java identifiers of ASCII letters, digits and underscores. This
 * class is the only way for such text to become a name in Java, so that a document cannot inject
 * code.
 */
public final class JavaIdentifiers {
  /**
   * Maximum length of an identifier, which keeps names of class files well below the limits of file
   * systems.
   */
  private static final int MAX_LENGTH = 80;

  private JavaIdentifiers() {}

  /**
   * An upper camel case name, e.g. {@code IssuesCreate} for {@code issues/create}.
   *
   * @param fallback the name if the text contains no letters or digits, and the prefix if the name
   *     would start with a digit
   */
  public static String typeName(String text, String fallback) {
    String name =
        words(text).stream().map(JavaIdentifiers::capitalized).collect(Collectors.joining());
    return legal(name, fallback);
  }

  /**
   * A lower camel case name, e.g. {@code perPage} for {@code per_page}. A keyword gets an
   * underscore appended.
   */
  public static String memberName(String text, String fallback) {
    String name = typeName(text, fallback);
    String decapitalized = decapitalized(name);
    return SourceVersion.isName(decapitalized) ? decapitalized : decapitalized + "_";
  }

  /** An upper snake case name, e.g. {@code IN_PROGRESS} for {@code in-progress}. */
  public static String constantName(String text, String fallback) {
    String name =
        words(text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")).stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    return legal(name, fallback);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String legal(String name, String fallback) {
    String cut = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
    if (cut.isEmpty()) {
      return fallback;
    }
    return Character.isDigit(cut.charAt(0)) ? fallback + cut : cut;
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** {@code Page} becomes {@code page}, {@code IDToken} {@code idToken}, {@code URLs} urls. */
  private static String decapitalized(String name) {
    int upper = 0;
    while (upper < name.length() && Character.isUpperCase(name.charAt(upper))) {
      upper++;
    }
    String rest = name.substring(upper);
    boolean acronymBeforeWord = upper > 1 && !rest.isEmpty() && !rest.equals("s");
    int lowered = acronymBeforeWord ? upper - 1 : upper;
    return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
  }
}
