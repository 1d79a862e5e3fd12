package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An operand of a comparison, which may have no value. */
sealed interface Operand {

  /** The value for the current node; null for "Nothing" (RFC 9535, section 2.4.1). */
  @Nullable Json value(Query.Context context);

  /** A literal in the query. */
  record Literal(Json literal) implements Operand {
    @Override
    public Json value(Query.Context context) {
      return literal;
    }
  }

  /** The only value that a query selects; also the function {@code value()}. */
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
