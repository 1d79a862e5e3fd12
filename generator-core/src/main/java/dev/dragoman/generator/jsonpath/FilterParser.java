package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the condition of a filter (RFC 9535, sections 2.3.5 and 2.4). */
final class FilterParser {
  /** Maximum nesting of parentheses, so that no query overflows the stack. */
  private static final int DEEPEST = 100;

  private final Scanner scanner;
  private final PathParser paths;
  private int depth;

  FilterParser(Scanner scanner, PathParser paths) {
    this.scanner = scanner;
    this.paths = paths;
  }

  /** Parses alternatives, which bind least. */
  Condition condition() {
    if (++depth > DEEPEST) {
      throw scanner.fault("conditions are nested too deeply");
    }
    List<Condition> alternatives = new ArrayList<>();
    do {
      scanner.blanks();
      alternatives.add(together());
      scanner.blanks();
    } while (scanner.take("||"));
    depth--;
    return alternatives.size() == 1 ? alternatives.get(0) : new Condition.AnyOf(alternatives);
  }

  /** Parses conditions joined by {@code &&}, which bind more strongly. */
  private Condition together() {
    List<Condition> conditions = new ArrayList<>();
    do {
      scanner.blanks();
      conditions.add(basic());
      scanner.blanks();
    } while (scanner.take("&&"));
    return conditions.size() == 1 ? conditions.get(0) : new Condition.AllOf(conditions);
  }

  /** Parses a single condition, which may be negated or in parentheses. */
  private Condition basic() {
    boolean not = !scanner.isAt("!=") && scanner.take("!");
    scanner.blanks();
    if (scanner.take("(")) {
      Condition inner = condition();
      scanner.expect(")");
      return not ? new Condition.Not(inner) : inner;
    }
    Condition test = not ? test() : testOrComparison();
    return not ? new Condition.Not(test) : test;
  }

  private Condition test() {
    Object term = term();
    if (term instanceof Query query) {
      return new Condition.Exists(query);
    }
    if (term instanceof Condition condition) {
      return condition;
    }
    throw scanner.fault("a value is not a condition; add a comparison");
  }

  /** Parses a comparison; without an operator, the term is a test by itself. */
  private Condition testOrComparison() {
    int start = scanner.position();
    Object left = term();
    int end = scanner.position();
    scanner.blanks();
    String operator = scanner.operator();
    if (operator == null) {
      scanner.back(start);
      Condition test = test();
      scanner.back(end);
      return test;
    }
    scanner.blanks();
    return new Condition.Compared(operand(left), operator, operand(term()));
  }

  private Operand operand(Object term) {
    if (term instanceof Operand operand) {
      return operand;
    }
    if (term instanceof Query query && query.isSingular()) {
      return new Operand.Selected(query);
    }
    throw scanner.fault("only a query for a single value can be compared");
  }

  /**
   * Parses a term: a {@link Query}, an {@link Operand}, or a {@link Condition} returned by a
   * function.
   */
  private Object term() {
    Query query = query();
    if (query != null) {
      return query;
    }
    Json literal = scanner.literal();
    if (literal != null) {
      return new Operand.Literal(literal);
    }
    String function = scanner.function();
    if (function == null) {
      throw scanner.fault("expected a query, a literal or a function");
    }
    return function(function);
  }

  private @Nullable Query query() {
    if (scanner.take("@")) {
      return paths.segments(true);
    }
    return scanner.take("$") ? paths.segments(false) : null;
  }

  /** Parses the arguments of a function. Their types are fixed (RFC 9535, section 2.4.1). */
  private Object function(String name) {
    Object result =
        switch (name) {
          case "length" -> new Operand.Length(value());
          case "count" -> new Operand.Count(nodes());
          case "value" -> new Operand.Selected(nodes());
          case "match" -> new Condition.Matches(true, value(), second());
          case "search" -> new Condition.Matches(false, value(), second());
          default -> throw scanner.fault("unknown function " + name);
        };
    scanner.blanks();
    scanner.expect(")");
    return result;
  }

  private Operand value() {
    scanner.blanks();
    return operand(term());
  }

  private Operand second() {
    scanner.blanks();
    scanner.expect(",");
    return value();
  }

  private Query nodes() {
    scanner.blanks();
    Query query = query();
    if (query == null) {
      throw scanner.fault("expected a query");
    }
    return query;
  }
}
