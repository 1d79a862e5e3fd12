package dev.dragoman.generator.plan.name;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the vendor's name from the document's title and host if it is not configured. */
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

  /** Labels of hosts that name no vendor, among them the first parts of endings like co.uk. */
  private static final Set<String> PLACES =
      Set.of("www", "api", "apis", "rest", "app", "localhost", "local", "example", "co", "com");

  private VendorName() {}

  /**
   * Up to three words of a title, joined by dashes. If no words remain, the name in the host:
   * {@code Acme} for {@code api.acme.com}; {@code Vendor} if there is none.
   *
   * @param host the host of the API's base URL; empty if it has none
   */
  public static String of(String title, String host) {
    Matcher possessive = POSSESSIVE.matcher(title);
    List<String> owner = words(possessive.matches() ? possessive.group(1) : "");
    List<String> words = owner.isEmpty() ? words(title) : owner;
    return words.isEmpty() ? ofHost(host) : String.join("-", words);
  }

  private static String ofHost(String host) {
    List<String> labels = List.of(host.toLowerCase(Locale.ROOT).split("\\.", -1));
    List<String> names =
        labels.subList(0, labels.size() - 1).stream()
            .filter(label -> label.matches("[a-z][a-z0-9-]*[a-z0-9]"))
            .filter(label -> !PLACES.contains(label))
            .toList();
    String name = names.isEmpty() ? "vendor" : names.get(names.size() - 1);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
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
