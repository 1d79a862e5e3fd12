package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes values as literals of the compact notation; see {@link Signatures}. */
final class LiteralText {
  private static final int MAX_ENUM_VALUES = 8;
  private static final int MAX_LITERAL = 60;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/-]{1,40}");

  /** Strings that would be mistaken for another type or value without quotation marks. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "-?[0-9.]+|true|false|null|string|integer|number|boolean|object|any|.*\\[\\]");

  private LiteralText() {}

  /** The values of an enum or const; at most eight are shown. */
  static Optional<String> enumeration(Json.Obj schema) {
    Json constant = schema.get("const");
    List<Json> values = constant == null ? schema.items("enum") : List.of(constant);
    List<String> words =
        values.stream()
            .filter(value -> !(value instanceof Json.Null))
            .sorted(Comparator.comparing(value -> !isWhole(value)))
            .map(LiteralText::literal)
            .toList();
    if (words.isEmpty()) {
      return values.isEmpty() ? Optional.empty() : Optional.of("null");
    }
    String shown = String.join("|", words.subList(0, Math.min(MAX_ENUM_VALUES, words.size())));
    return Optional.of(words.size() > MAX_ENUM_VALUES ? shown + "|…" : shown);
  }

  /**
   * Whether a literal shows the complete value. Such values come first, because they can be used.
   */
  private static boolean isWhole(Json value) {
    if (isContainer(value)) {
      return JsonText.of(value).length() <= MAX_LITERAL;
    }
    return !(value instanceof Json.Str string) || string.value().equals(plain(string.value()));
  }

  /** The default of a parameter, if it is a scalar, as a suffix such as {@code = 30}. */
  static String defaultValue(Json.Obj schema) {
    Json value = schema.get("default");
    return value == null || isContainer(value) ? "" : " = " + literal(value);
  }

  private static boolean isContainer(Json value) {
    return value instanceof Json.Obj || value instanceof Json.Arr;
  }

  private static String literal(Json value) {
    if (isContainer(value)) {
      return cut(JsonText.of(value)).replaceAll("\\p{Cntrl}+", " ");
    }
    if (value instanceof Json.Str string) {
      String text = string.value();
      return PLAIN.matcher(text).matches() && !OTHERWISE.matcher(text).matches()
          ? text
          : "\"" + plain(text) + "\"";
    }
    return value instanceof Json.Num number
        ? number.digits()
        : value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
  }

  /** A single line without quotes or control characters, at most 60 characters long. */
  static String plain(String text) {
    return cut(text.replaceAll("[\\p{Cntrl}\"]+", " ").strip());
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LITERAL) {
      return text;
    }
    // Not between the two halves of a character.
    int end =
        Character.isHighSurrogate(text.charAt(MAX_LITERAL - 1)) ? MAX_LITERAL - 1 : MAX_LITERAL;
    return text.substring(0, end) + "…";
  }
}
