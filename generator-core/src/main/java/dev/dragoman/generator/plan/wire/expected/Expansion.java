package dev.dragoman.generator.plan.wire.expected;

import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Expands one variable by the algorithm of RFC 6570, section 3.2.1, with the operators in {@link
 * Operator} and the styles that OpenAPI adds (OpenAPI 3.2, "Style Examples").
 *
 * @param operator the row of the table of operators
 * @param style OpenAPI's style
 * @param explode whether the variable has the modifier {@code *}
 * @param names how names are encoded
 * @param values how values are encoded
 */
record Expansion(Operator operator, Style style, boolean explode, Escape names, Escape values) {

  /**
   * An operator (RFC 6570, appendix A).
   *
   * @param first the prefix of the expansion
   * @param separator the separator of exploded members
   * @param named whether the name is written
   * @param ifEmpty what follows the name of an empty value
   */
  record Operator(String first, String separator, boolean named, String ifEmpty) {
    static final Operator SIMPLE = new Operator("", ",", false, "");
    static final Operator LABEL = new Operator(".", ".", false, "");
    static final Operator MATRIX = new Operator(";", ";", true, "");

    /** {@code &}, without the delimiter at the start of a query. */
    static final Operator QUERY = new Operator("", "&", true, "=");

    /** Like a query, but with the delimiter of cookies (RFC 6265, section 4.2.1). */
    static final Operator COOKIE = new Operator("", "; ", true, "=");

    /** The operator of a style in a path or header. */
    static Operator ofSegment(Style style) {
      return switch (style) {
        case LABEL -> LABEL;
        case MATRIX -> MATRIX;
        default -> SIMPLE;
      };
    }
  }

  /** A name, if one is written, and a value, both encoded. */
  record Pair(Optional<String> name, String value) {}

  /** The expansion; empty if the value is undefined. */
  Optional<String> of(String name, JsonNode value) {
    return Texts.defined(value)
        .map(defined -> pairs(name, defined).stream().map(this::text).toList())
        .map(texts -> operator.first() + String.join(operator.separator(), texts));
  }

  private String text(Pair pair) {
    String empty = operator.named() ? operator.ifEmpty() : "=";
    String value = pair.value().isEmpty() ? empty : "=" + pair.value();
    return pair.name().map(name -> name + value).orElse(pair.value());
  }

  /** The members of the expansion of a defined value. */
  List<Pair> pairs(String name, JsonNode value) {
    Optional<String> ownName = operator.named() ? Optional.of(names.of(name)) : Optional.empty();
    if (style == Style.DEEP_OBJECT) {
      List<Pair> pairs = new ArrayList<>();
      deep(name, value, pairs);
      return pairs;
    } else if (!value.isContainer()) {
      return List.of(new Pair(ownName, text(value)));
    } else if (!explode) {
      return List.of(new Pair(ownName, joined(value)));
    } else if (value.isArray()) {
      return value.valueStream().map(item -> new Pair(ownName, text(item))).toList();
    }
    return value
        .propertyStream()
        .map(member -> new Pair(Optional.of(names.of(member.getKey())), text(member.getValue())))
        .toList();
  }

  private String text(JsonNode value) {
    return values.of(Texts.plain(value));
  }

  private String joined(JsonNode value) {
    Stream<String> items =
        value.isArray()
            ? value.valueStream().map(this::text)
            : value
                .propertyStream()
                .flatMap(m -> Stream.of(values.of(m.getKey()), text(m.getValue())));
    return String.join(delimiter(), items.toList());
  }

  private String delimiter() {
    return switch (style) {
      case SPACE_DELIMITED -> values.of(" ");
      case PIPE_DELIMITED -> values.of("|");
      case TAB_DELIMITED -> values.of("\t");
      default -> ",";
    };
  }

  private void deep(String name, JsonNode value, List<Pair> pairs) {
    if (value.isObject()) {
      value.forEachEntry((key, item) -> deep(name + "[" + key + "]", item, pairs));
    } else if (value.isArray()) {
      int index = 0;
      for (JsonNode item : value.values()) {
        deep(name + "[" + index++ + "]", item, pairs);
      }
    } else {
      pairs.add(new Pair(Optional.of(names.of(name)), text(value)));
    }
  }
}
