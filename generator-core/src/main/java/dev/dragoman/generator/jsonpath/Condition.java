package dev.dragoman.generator.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.dragoman.generator.model.Json;
import java.util.List;

/** What a filter asks of a node (RFC 9535, section 2.3.5). */
sealed interface Condition {

  boolean holds(Query.Context context);

  /** One of them holds. */
  record AnyOf(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return conditions.stream().anyMatch(condition -> condition.holds(context));
    }
  }

  /** All of them hold. */
  record AllOf(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return conditions.stream().allMatch(condition -> condition.holds(context));
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return !condition.holds(context);
    }
  }

  /** A query selects something. */
  record Exists(Query query) implements Condition {
    @Override
    public boolean holds(Query.Context context) {
      return !query.select(context).isEmpty();
    }
  }

  /** Two values compare so. */
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

  /** A string has the form of an I-Regexp (RFC 9485), as a whole or in a part. */
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
