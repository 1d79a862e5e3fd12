package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.runtime.request.ParameterStyle;
import dev.dragoman.runtime.request.ParameterStyle.Kind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param argument the name agents give it by, unique within the operation
 * @param component the record component
 * @param type its Java type
 * @param model what the document says
 */
public record ParameterPlan(
    String argument, String component, JavaType type, ParameterModel model) {
  public ParameterPlan {
    Objects.requireNonNull(argument);
    Objects.requireNonNull(component);
    Objects.requireNonNull(type);
    Objects.requireNonNull(model);
  }

  /** Its name on the wire. */
  public String name() {
    return model.name();
  }

  /** Where it is sent: {@code path}, {@code query}, {@code header} or {@code cookie}. */
  public String place() {
    return model.in().name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is the query as a whole (OpenAPI 3.2, {@code in: querystring}). */
  public boolean isQuerystring() {
    return model.in() == In.QUERYSTRING;
  }

  /** The media type of a query as a whole. */
  public String mediaType() {
    return model.contentType().orElse("application/x-www-form-urlencoded");
  }

  public boolean isRequired() {
    return model.required();
  }

  /** How its value is written; empty for the default of its place. */
  public Optional<ParameterStyle> style() {
    if (model.contentType().isPresent()) {
      return Optional.of(ParameterStyle.ofContent(model.contentType().get()));
    }
    boolean form = model.in() == In.QUERY || model.in() == In.COOKIE;
    ParameterStyle usual = form ? ParameterStyle.FORM.exploded() : ParameterStyle.SIMPLE;
    Kind kind = Kind.valueOf(model.style().name());
    ParameterStyle style = new ParameterStyle(kind, model.explode(), model.allowReserved());
    return Optional.of(style).filter(own -> !own.equals(usual));
  }
}
