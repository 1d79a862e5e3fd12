package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.dragoman.generator.plan.BodyPlan.FieldStyle;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.request.ParameterStyle;
import dev.dragoman.runtime.request.ParameterStyle.Kind;

/** Prints the style of a value if it is not the default of its location. */
final class StyleCode {
  private StyleCode() {}

  /** {@code , ParameterStyle.…}, or nothing for the default. */
  static CodeBlock argument(ParameterPlan parameter) {
    return parameter
        .style()
        .map(style -> CodeBlock.of(", $L", code(style)))
        .orElse(CodeBlock.of(""));
  }

  static CodeBlock code(FieldStyle style) {
    Kind kind = Kind.valueOf(style.style().name());
    return code(new ParameterStyle(kind, style.explode(), style.allowReserved()));
  }

  private static CodeBlock code(ParameterStyle style) {
    return CodeBlock.of(
        "$T.$L$L$L",
        ParameterStyle.class,
        style.kind().name(),
        style.explode() ? ".exploded()" : "",
        style.allowReserved() ? ".reserved()" : "");
  }
}
