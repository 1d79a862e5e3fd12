package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Compares values (RFC 9535, section 2.3.5.2.2); null represents "Nothing". */
final class Values {
  private Values() {}

  /**
   * Whether two values are equal. Numbers are compared by value, so that {@code 1} equals {@code
   * 1.0}.
   */
  static boolean equal(@Nullable Json left, @Nullable Json right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof Json.Num one && right instanceof Json.Num other) {
      return number(one).compareTo(number(other)) == 0;
    }
    if (left instanceof Json.Str one && right instanceof Json.Str other) {
      return one.value().equals(other.value());
    }
    if (left instanceof Json.Bool one && right instanceof Json.Bool other) {
      return one.value() == other.value();
    }
    if (left instanceof Json.Arr one && right instanceof Json.Arr other) {
      return equalItems(one.items(), other.items());
    }
    if (left instanceof Json.Obj one && right instanceof Json.Obj other) {
      return equalMembers(one.members(), other.members());
    }
    return left instanceof Json.Null && right instanceof Json.Null;
  }

  private static boolean equalItems(List<Json> left, List<Json> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int index = 0; index < left.size(); index++) {
      if (!equal(left.get(index), right.get(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMembers(Map<String, Json> left, Map<String, Json> right) {
    return left.keySet().equals(right.keySet())
        && left.entrySet().stream()
            .allMatch(member -> equal(member.getValue(), right.get(member.getKey())));
  }

  /** Whether a number or string is less than another; false for all other types. */
  static boolean less(@Nullable Json left, @Nullable Json right) {
    if (left instanceof Json.Num one && right instanceof Json.Num other) {
      return number(one).compareTo(number(other)) < 0;
    }
    return left instanceof Json.Str one
        && right instanceof Json.Str other
        && compare(one.value(), other.value()) < 0;
  }

  /** Compares by Unicode scalar values rather than UTF-16 code units. */
  private static int compare(String left, String right) {
    int[] one = left.codePoints().toArray();
    int[] other = right.codePoints().toArray();
    return java.util.Arrays.compare(one, other);
  }

  private static BigDecimal number(Json.Num value) {
    return new BigDecimal(value.digits());
  }

  /** The number of characters, items or members; empty for other values. */
  static OptionalInt length(@Nullable Json value) {
    if (value instanceof Json.Str string) {
      return OptionalInt.of(string.value().codePointCount(0, string.value().length()));
    } else if (value instanceof Json.Arr array) {
      return OptionalInt.of(array.items().size());
    }
    return value instanceof Json.Obj object
        ? OptionalInt.of(object.members().size())
        : OptionalInt.empty();
  }

  /**
   * Translates an I-Regexp to the syntax of RE2: a dot does not match line ends (RFC 9485, section
   * 5.3).
   */
  static String regularExpression(String expression) {
    StringBuilder translated = new StringBuilder();
    boolean inClass = false;
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c == '\\' && at + 1 < expression.length()) {
        translated.append(c).append(expression.charAt(++at));
      } else if (c == '.' && !inClass) {
        translated.append("[^\\n\\r]");
      } else {
        inClass = c == '[' || (inClass && c != ']');
        translated.append(c);
      }
    }
    return translated.toString();
  }
}
