package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.plan.BodyPlan.FieldStyle;
import dev.dragoman.runtime.request.ParameterStyle;

/** Prints how a value is written, where that is not the default of its place. */
final class StyleCode {
  private StyleCode() {}

  /** {@code , ParameterStyle.…}, or nothing for the default. */
  static CodeBlock argument(ParameterModel parameter) {
    if (parameter.contentType().isPresent()) {
      ParameterStyle style = ParameterStyle.ofContent(parameter.contentType().get());
      return CodeBlock.of(", $T.$L", ParameterStyle.class, style.kind().name());
    }
    return isDefault(parameter)
        ? CodeBlock.of("")
        : CodeBlock.of(
            ", $L", code(parameter.style(), parameter.explode(), parameter.allowReserved()));
  }

  static CodeBlock code(FieldStyle style) {
    return code(style.style(), style.explode(), style.allowReserved());
  }

  private static CodeBlock code(Style style, boolean explode, boolean allowReserved) {
    return CodeBlock.of(
        "$T.$L$L$L",
        ParameterStyle.class,
        style.name(),
        explode ? ".exploded()" : "",
        allowReserved ? ".reserved()" : "");
  }

  private static boolean isDefault(ParameterModel parameter) {
    boolean form = parameter.in() == In.QUERY || parameter.in() == In.COOKIE;
    return parameter.style() == (form ? Style.FORM : Style.SIMPLE)
        && parameter.explode() == form
        && !parameter.allowReserved();
  }
}
