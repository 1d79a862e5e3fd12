package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameter styles: their names, defaults and locations (OpenAPI 3.2, "Style Values"). */
public final class Styles {
  private static final Map<String, Style> NAMES =
      Map.of(
          "simple", Style.SIMPLE,
          "label", Style.LABEL,
          "matrix", Style.MATRIX,
          "form", Style.FORM,
          "cookie", Style.COOKIE,
          "spaceDelimited", Style.SPACE_DELIMITED,
          "pipeDelimited", Style.PIPE_DELIMITED,
          "deepObject", Style.DEEP_OBJECT);

  private Styles() {}

  /** The style with a name; empty if there is none. */
  public static Optional<Style> byName(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  /** The default style of a location. */
  public static Style byDefault(In in) {
    return switch (in) {
      case PATH, HEADER -> Style.SIMPLE;
      case QUERY, COOKIE, QUERYSTRING -> Style.FORM;
    };
  }

  /** Whether a style is allowed in a location. */
  public static boolean fits(Style style, In in) {
    return switch (in) {
      case PATH -> Set.of(Style.SIMPLE, Style.LABEL, Style.MATRIX).contains(style);
      case HEADER -> style == Style.SIMPLE;
      case COOKIE -> style == Style.FORM || style == Style.COOKIE;
      case QUERYSTRING -> style == Style.FORM;
      case QUERY ->
          Set.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT)
              .contains(style);
    };
  }

  /** The default of {@code explode}. */
  public static boolean explodesByDefault(Style style) {
    return style == Style.FORM || style == Style.COOKIE;
  }
}
