package dev.dragoman.generator.spec.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that is addressed to a model: instructions, forged turns of a conversation, and
 * locations of secrets. A short list of what attacks on tool descriptions have in common. It finds
 * careless attacks only; text without a match is not trusted either.
 */
final class Instructions {
  /** Minimum length of a text that can contain an instruction. */
  private static final int SHORTEST = 8;

  private static final int LONGEST_QUOTE = 80;

  /**
   * A pattern for text in lower case. Every repetition is bounded, so that matching takes time
   * linear in the length of the text.
   *
   * @param needles strings of which at least one is in every match; searching for them first is
   *     cheap
   */
  private record Rule(Pattern pattern, List<String> needles) {
    static Rule of(String pattern, String... needles) {
      return new Rule(Pattern.compile(pattern), List.of(needles));
    }

    @Nullable Matcher find(String text) {
      if (needles.stream().noneMatch(text::contains)) {
        return null;
      }
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? matcher : null;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // a block set apart: <IMPORTANT>, </system>, [INST], <|im_start|>
          Rule.of("</?(important|system|instructions?|secret|hidden|assistant)\\s{0,5}>", "<"),
          Rule.of("<\\|[a-z_]{2,20}\\|>|\\[/?inst]|\\[/?system]", "<|", "inst]", "system]"),
          // ignore all previous instructions
          Rule.of(
              "\\b(ignore|disregard|forget|override|bypass)\\s{1,5}([a-z]{1,15}\\s{1,5}){0,4}"
                  + "(instructions?|prompts?|guidelines|directives)\\b",
              "instruction",
              "prompt",
              "guideline",
              "directive"),
          // do not tell the user; without informing the user
          Rule.of(
              "\\b(do\\s{1,5}not|don['\u2019]?t|never|without)\\s{1,5}"
                  + "(tell|inform|mention|notify|alert)(ing)?"
                  + "\\s{1,5}([a-z]{1,15}\\s{1,5}){0,4}(user|human|person|anyone)\\b",
              "tell",
              "inform",
              "mention",
              "notify",
              "alert"),
          // before using this tool, read …
          Rule.of(
              "\\b(before|after|when|whenever)\\s{1,5}(using|calling|invoking|running|you\\s(use|call))"
                  + "\\s{1,5}(this|any|the|other)\\s{1,5}([a-z]{1,15}\\s{1,5}){0,2}tools?\\b",
              "tool"),
          // you are now an assistant that …; reveal the system prompt
          Rule.of(
              "\\byou\\s{1,5}are\\s{1,5}(now\\s{1,5})?(an?|the)\\s{1,5}([a-z]{1,15}\\s{1,5}){0,2}"
                  + "(ai|assistant|agent|chatbot|language\\smodel|llm)\\b",
              "you are"),
          Rule.of(
              "\\b(your|reveal|print|repeat|show)\\s{1,5}(the\\s{1,5})?(system|developer)\\s{1,5}prompt\\b",
              "prompt"),
          // locations of keys
          Rule.of(
              "(~|\\$home|/root|/home/[a-z]{1,20})/\\.(ssh|aws|gnupg|kube|netrc)\\b|\\bid_rsa\\b",
              "/.",
              "id_rsa"));

  private Instructions() {}

  /** The first match, or null. */
  static @Nullable String find(String text) {
    if (text.length() < SHORTEST) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      Matcher matcher = rule.find(lower);
      if (matcher != null) {
        // A few letters change their length in lower case; offsets then differ between the two
        // texts.
        String source = lower.length() == text.length() ? text : lower;
        return source.substring(
            matcher.start(), Math.min(matcher.end(), matcher.start() + LONGEST_QUOTE));
      }
    }
    return null;
  }
}
