package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects in a document's prose that a key is sent after a word, as in {@code Token abc}. OpenAPI
 * has no field for this, so documents mention it in descriptions, examples and extensions. The
 * result is only used for a warning: a key sent without its word is refused by the API with a 401
 * that does not say why.
 */
final class PrefixWords {
  /**
   * The number of characters of a text that are examined; every pattern takes time linear in it.
   */
  private static final int MAX_TEXT = 2_000;

  private static final String QUOTE = "[\"'`\u201c\u2018]";
  private static final String WORD = "([A-Za-z][A-Za-z0-9_-]{1,30})";
  private static final String KNOWN =
      "(Bearer|Basic|Token|ApiKey|Api-Key|API-Key|Key|Bot|OAuth|JWT|SSWS|GenieKey|Splunk|PVEAPIToken"
          + "|Zoho-oauthtoken|Klaviyo-API-Key|DSN|SharedKey)";

  /** Sorted by how explicitly they mention the word. */
  private static final List<Pattern> SAID =
      List.of(
          Pattern.compile(
              "(?i)prefix(?:ed)?(?: with| by| of| is| should be| must be| the| a| word| string| value)*"
                  + " ?[:=]? ?"
                  + QUOTE
                  + " ?"
                  + WORD),
          Pattern.compile("(?i)" + QUOTE + WORD + " ?[\"'`\u201d\u2019]? prefix"),
          Pattern.compile(
              "(?i)prefix(?:ed)? (?:with|by|of)(?: the)?(?: word| keyword| string)? (?-i:"
                  + KNOWN
                  + ")"),
          Pattern.compile(
              "(?i)"
                  + QUOTE
                  + WORD
                  + " ?[\"'`\u201d\u2019],? ?(?:\\+|followed by|and (?:a|one) (?:space|blank))"),
          Pattern.compile("(?i)\\b" + KNOWN + ",? followed by"),
          Pattern.compile("(?i)\\bauthorization[\"'`]? ?[:=] ?[\"'`]?(?-i:" + KNOWN + ") "),
          Pattern.compile("(?i)\\bauthorization[\"'`]? ?[:=] ?[\"'`]?" + KNOWN + " [<{\\[$(]"),
          Pattern.compile("[\"'`\u201c:] ?" + WORD + " [<{\\[$]"),
          Pattern.compile(QUOTE + KNOWN + " "));

  /** For a header named Authorization, this word alone is sufficient. */
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer)\\b");

  private static final Pattern VALUE = Pattern.compile(WORD + " \\S{3,}");

  private PrefixWords() {}

  /** Warns if the prose mentions a word that the scheme's fields do not imply. */
  static void warn(SecuritySchemeModel model, SecurityScheme scheme, Problems problems) {
    boolean header = scheme instanceof ApiKey key && key.in() == Location.HEADER;
    if (!header && !(scheme instanceof HttpBearer)) {
      return;
    }
    Optional<String> word = find(model, scheme.isAuthorization() && header);
    if (word.isEmpty() || (!header && word.get().equalsIgnoreCase("Bearer"))) {
      return;
    }
    problems.warning(
        "DRG-PLAN-015",
        model.location(),
        "According to its description, the credential of \"%s\" starts with \"%s\", which its type does not imply; it is sent %s."
            .formatted(model.name(), word.get(), header ? "unchanged" : "as \"Bearer \u2026\""),
        "Include that word in the key (\"%2$s \u2026\"), or configure the prefix: {name: %1$s, prefix: %2$s} under securitySchemes in the configuration, or --auth-prefix %1$s=%2$s when starting the server."
            .formatted(model.name(), word.get()));
  }

  /**
   * The first word found.
   *
   * @param authorization whether the key is sent in {@code Authorization}
   */
  private static Optional<String> find(SecuritySchemeModel model, boolean authorization) {
    List<String> texts = new ArrayList<>(List.of(model.description()));
    texts.addAll(model.hints());
    for (String given : texts) {
      String text = given.substring(0, Math.min(given.length(), MAX_TEXT)).replaceAll("\\s+", " ");
      Optional<String> word = SAID.stream().flatMap(said -> found(said, text).stream()).findFirst();
      if (word.isPresent()) {
        return word;
      }
      Matcher value = VALUE.matcher(text.strip());
      if (model.hints().contains(given) && value.matches()) {
        return Optional.of(value.group(1));
      }
      if (authorization && found(BEARER, text).isPresent()) {
        return Optional.of("Bearer");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
