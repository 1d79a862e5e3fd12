package dev.dragoman.generator.plan.name;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the vendor's name from the document's title if it is not configured. */
public final class VendorName {
  private static final int MAX_WORDS = 3;

  /** "GitHub's official OpenAPI spec" is by GitHub. */
  private static final Pattern POSSESSIVE = Pattern.compile("^(.*?[A-Za-z0-9])['\u2019]s\\b.*");

  /** Words that only say that something is an API or a description of one. */
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "a",
          "an",
          "the",
          "api",
          "apis",
          "rest",
          "restful",
          "http",
          "official",
          "public",
          "openapi",
          "oas",
          "spec",
          "specification",
          "definition",
          "documentation",
          "docs",
          "reference",
          "version");

  private VendorName() {}

  /** Up to three words of a title, joined by dashes; {@code Vendor} if no words remain. */
  public static String of(String title) {
    Matcher possessive = POSSESSIVE.matcher(title);
    List<String> owner = words(possessive.matches() ? possessive.group(1) : "");
    List<String> words = owner.isEmpty() ? words(title) : owner;
    return words.isEmpty() ? "Vendor" : String.join("-", words);
  }

  private static List<String> words(String text) {
    // An apostrophe between two letters does not end a word.
    return Arrays.stream(
            text.replaceAll("(?<=[A-Za-z])['\u2019](?=[A-Za-z])", "").split("[^A-Za-z0-9]+", -1))
        .filter(word -> !word.isEmpty())
        .filter(word -> !SAYS_NOTHING.contains(word.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.matches("[vV]?[0-9]+"))
        .limit(MAX_WORDS)
        .toList();
  }
}
