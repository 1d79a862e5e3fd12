package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.runtime.FieldEncoding;
import java.util.Map;

/** Prints how a request body is sent. */
final class BodyCode {
  private static final int MAX_ENTRIES_OF_MAP_OF = 10;

  private BodyCode() {}

  /** {@code .body("application/json", body)}, with the fields' styles where they matter. */
  static CodeBlock send(BodyPlan body) {
    String mediaType = JavaLiteral.of(body.media().name());
    if (body.encodings().isEmpty()) {
      return CodeBlock.of(".body($L, $L)", mediaType, body.component());
    }
    return CodeBlock.of(".body($L, $L, $L)", mediaType, body.component(), styles(body));
  }

  private static CodeBlock styles(BodyPlan body) {
    boolean few = body.encodings().size() <= MAX_ENTRIES_OF_MAP_OF;
    CodeBlock entries =
        body.encodings().entrySet().stream()
            .map(
                field -> {
                  String name = JavaLiteral.of(field.getKey());
                  CodeBlock style =
                      CodeBlock.of(
                          "$T.of($L)", FieldEncoding.class, StyleCode.code(field.getValue()));
                  return few
                      ? CodeBlock.of("$L, $L", name, style)
                      : CodeBlock.of("$T.entry($L, $L)", Map.class, name, style);
                })
            .collect(CodeBlock.joining(",\n", "\n", ""));
    return CodeBlock.of("$T.$L($L)", Map.class, few ? "of" : "ofEntries", entries);
  }
}
