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
 * @param argument the name that agents use for it, unique within the operation
 * @param component the record component
 * @param type its Java type
 * @param model the parameter in the document
 */
public record ParameterPlan(
    String argument, String component, JavaType type, ParameterModel model) {
  public ParameterPlan {
    Objects.requireNonNull(argument);
    Objects.requireNonNull(component);
    Objects.requireNonNull(type);
    Objects.requireNonNull(model);
  }

  /** Its name in requests. */
  public String name() {
    return model.name();
  }

  /** Its location in a request: {@code path}, {@code query}, {@code header} or {@code cookie}. */
  public String place() {
    return model.in().name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is the complete query (OpenAPI 3.2, {@code in: querystring}). */
  public boolean isQuerystring() {
    return model.in() == In.QUERYSTRING;
  }

  /** The media type of a complete query. */
  public String mediaType() {
    return model.contentType().orElse("application/x-www-form-urlencoded");
  }

  /** The document's description; empty if there is none. */
  public String description() {
    return model.description();
  }

  /** Whether a call must have it. */
  public boolean isRequired() {
    return model.required();
  }

  /**
   * How its value is written; empty for the default of its location (OpenAPI 3.2, Parameter Object,
   * "style"). Emitters print a style only if it is present, which keeps the common case short.
   */
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
