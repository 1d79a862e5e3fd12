package dev.dragoman.generator.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.dragoman.generator.model.Json;
import java.util.List;

/** The condition of a filter (RFC 9535, section 2.3.5). */
sealed interface Condition {

  /** Whether the condition holds for the current node. */
  boolean holds(Query.Context context);

  /** At least one of the conditions holds. */
  record AnyOf(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return conditions.stream().anyMatch(condition -> condition.holds(context));
    }
  }

  /** All of the conditions hold. */
  record AllOf(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return conditions.stream().allMatch(condition -> condition.holds(context));
    }
  }

  /** The condition does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return !condition.holds(context);
    }
  }

  /** A query selects at least one node. */
  record Exists(Query query) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return !query.select(context).isEmpty();
    }
  }

  /** A comparison of two values (RFC 9535, section 2.3.5.2.2). */
  record Compared(Operand left, String operator, Operand right) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      Json one = left.value(context);
      Json other = right.value(context);
      return switch (operator) {
        case "==" -> Values.equal(one, other);
        case "!=" -> !Values.equal(one, other);
        case "<" -> Values.less(one, other);
        case ">" -> Values.less(other, one);
        case "<=" -> Values.less(one, other) || Values.equal(one, other);
        default -> Values.less(other, one) || Values.equal(one, other);
      };
    }
  }

  /**
   * A string matches an I-Regexp (RFC 9485), completely or in part. An invalid expression matches
   * nothing (RFC 9535, section 2.4.6). RE2 evaluates it in linear time.
   */
  record Matches(boolean whole, Operand text, Operand pattern) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      if (!(text.value(context) instanceof Json.Str given)
          || !(pattern.value(context) instanceof Json.Str expression)) {
        return false;
      }
      try {
        Pattern compiled = Pattern.compile(Values.regularExpression(expression.value()));
        return whole ? compiled.matches(given.value()) : compiled.matcher(given.value()).find();
      } catch (PatternSyntaxException none) {
        return false;
      }
    }
  }
}
