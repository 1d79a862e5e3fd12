package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.OperationMatch;
import dev.dragoman.generator.options.OperationRule;
import dev.dragoman.generator.options.PagingChoice;
import dev.dragoman.generator.plan.access.AccessWords;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules about operations. */
final class RuleReader {
  private static final Set<String> CONDITIONS =
      Set.of("operationId", "tag", "path", "method", "access");
  private static final Set<String> RULE =
      Set.of("match", "access", "authModes", "scopes", "name", "paging", "exclude", "keywords");

  private static final int MAX_KEYWORDS = 100;
  private static final int MAX_KEYWORD = 100;

  private final Problems problems;

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * A rule. It must have a match and at least one setting: a rule without either is probably a
   * mistake.
   */
  OperationRule rule(Json value) {
    Members in = Members.of(value, problems, RULE);
    Json match = in.get("match");
    if (match == null && value instanceof Json.Obj) {
      in.fault(
          "match",
          "A rule needs a \"match\".",
          "It selects the operations that the rule applies to.");
    } else if (match != null && RULE.stream().filter(in::has).count() == 1) {
      in.fault("match", "The rule has no settings besides \"match\".", "");
    }
    return new OperationRule(
        match == null ? conditions(in.none()) : match(match),
        access(in),
        authModes(in),
        in.has("scopes") ? Optional.of(AccessWords.scopes(in.texts("scopes"))) : Optional.empty(),
        in.text("name"),
        Optional.ofNullable(in.get("paging")).map(this::paging),
        in.flag("exclude"),
        keywords(in));
  }

  /** How operations page; the word {@code none} alone says that they do not. */
  private PagingChoice paging(Json value) {
    if (value instanceof Json.Str word && word.value().equals(PagingChoice.NONE)) {
      return new PagingChoice(
          Map.of("kind", new PagingChoice.Value(PagingChoice.NONE, word.location())),
          word.location());
    }
    Members in = Members.of(value, problems, PagingChoice.NAMES);
    Map<String, PagingChoice.Value> settings = new LinkedHashMap<>();
    for (String name : PagingChoice.NAMES.stream().sorted().toList()) {
      Json given = in.get(name);
      if (given != null) {
        // An empty path is the response itself.
        Optional<String> text =
            given instanceof Json.Str written ? Optional.of(written.value()) : in.text(name);
        text.ifPresent(
            one -> settings.put(name, new PagingChoice.Value(one.strip(), given.location())));
      }
    }
    if (settings.isEmpty() && value instanceof Json.Obj object && object.members().isEmpty()) {
      Members.fault(
          problems,
          value.location(),
          "\"paging\" has no settings.",
          "Its settings are kind, parameter, field and items, or \"none\" instead of all of them.");
    }
    return new PagingChoice(settings, value.location());
  }

  /** A match. It must have a condition, because an empty one would match every operation. */
  OperationMatch match(Json value) {
    Members in = Members.of(value, problems, CONDITIONS);
    if (value instanceof Json.Obj object && object.members().isEmpty()) {
      Members.fault(
          problems,
          value.location(),
          "The match does not select any operations.",
          "Set operationId, tag, path, method or access.");
    }
    return conditions(in);
  }

  private static OperationMatch conditions(Members in) {
    return new OperationMatch(
        in.text("operationId"),
        in.text("tag"),
        in.text("path"),
        in.text("method"),
        access(in),
        in.location());
  }

  private static Optional<AccessLevel> access(Members in) {
    Optional<String> word = in.text("access");
    Optional<AccessLevel> level = word.flatMap(AccessWords::accessLevel);
    if (word.isPresent() && level.isEmpty()) {
      in.fault("access", "\"access\" must be read, write or destructive.", "");
    }
    return level;
  }

  /** Words for search; each must contain one, and none is longer than a query should be. */
  private static List<String> keywords(Members in) {
    List<String> keywords = in.texts("keywords");
    if (keywords.size() > MAX_KEYWORDS) {
      in.fault(
          "keywords",
          "\"keywords\" has "
              + keywords.size()
              + " entries; at most "
              + MAX_KEYWORDS
              + " are allowed.",
          "Give the words that users of this API say most.");
    }
    for (String keyword : keywords) {
      if (Tokenizer.document(keyword).isEmpty() || keyword.length() > MAX_KEYWORD) {
        in.fault(
            "keywords",
            "Each of \"keywords\" must contain a word, and have at most "
                + MAX_KEYWORD
                + " characters.",
            "For example: keywords: [refund, money back].");
      }
    }
    return keywords;
  }

  private static Set<AuthMode> authModes(Members in) {
    List<String> words = in.texts("authModes");
    Set<AuthMode> modes = EnumSet.noneOf(AuthMode.class);
    for (String word : words) {
      if (AccessWords.authModes(word).isEmpty()) {
        in.fault("authModes", "\"authModes\" must be user, partner or both.", "");
      }
      modes.addAll(AccessWords.authModes(word));
    }
    return modes;
  }
}
