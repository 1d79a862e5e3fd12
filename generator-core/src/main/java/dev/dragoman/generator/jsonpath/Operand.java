package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a comparison compares: gives a value, or nothing. */
sealed interface Operand {

  @Nullable Json value(Query.Context context);

  /** A value written in the query. */
  record Literal(Json literal) implements Operand {
    @Override
    public Json value(Query.Context context) {
      return literal;
    }
  }

  /** The value that a query selects, also in {@code value()}. */
  record Selected(Query query) implements Operand {
    @Override
    public @Nullable Json value(Query.Context context) {
      return query.single(context);
    }
  }

  /** {@code length()} (RFC 9535, section 2.4.4). */
  record Length(Operand of) implements Operand {
    @Override
    public @Nullable Json value(Query.Context context) {
      OptionalInt length = Values.length(of.value(context));
      return length.isPresent() ? number(length.getAsInt()) : null;
    }
  }

  /** {@code count()} (RFC 9535, section 2.4.5). */
  record Count(Query query) implements Operand {
    @Override
    public Json value(Query.Context context) {
      return number(query.select(context).size());
    }
  }

  private static Json number(int value) {
    return new Json.Num(Integer.toString(value), Location.file(""));
  }
}
