package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.BodyPlan.Field;
import dev.dragoman.generator.plan.JavaType.Model;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.runtime.request.FieldEncoding;
import dev.dragoman.runtime.request.JsonObject;
import java.util.Map;

/** Prints the call that sends a request body. */
final class BodyCode {
  private BodyCode() {}

  /**
   * {@code .body("application/json", body.json())}, with the encodings of fields if there are any.
   *
   * @param chosen the expression for the media type, if there is a choice
   * @param typed the expression for the body
   */
  static CodeBlock send(BodyPlan body, CodeBlock chosen, CodeBlock typed) {
    CodeBlock mediaType =
        body.hasChoice() ? chosen : CodeBlock.of("$L", JavaLiteral.of(body.media().name()));
    CodeBlock value = json(body, typed);
    if (body.encodings().isEmpty()) {
      return CodeBlock.of(".body($L, $L)", mediaType, value);
    }
    return CodeBlock.of(".body($L, $L, $L)", mediaType, value, encodings(body.encodings()));
  }

  /** The expression for the body's JSON. */
  private static CodeBlock json(BodyPlan body, CodeBlock typed) {
    if (body.type() instanceof Simple) {
      return typed;
    }
    return body.type() instanceof Model && body.required()
        ? CodeBlock.of("$L.json()", typed)
        : CodeBlock.of("$T.node($L)", JsonObject.class, typed);
  }

  private static CodeBlock encodings(Map<String, Field> fields) {
    boolean single = fields.size() == 1;
    CodeBlock entries =
        fields.entrySet().stream()
            .map(
                field -> {
                  String name = JavaLiteral.of(field.getKey());
                  CodeBlock encoding = encoding(field.getValue());
                  return single
                      ? CodeBlock.of("$L, $L", name, encoding)
                      : CodeBlock.of("$T.entry($L, $L)", Map.class, name, encoding);
                })
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.$L($L)", Map.class, single ? "of" : "ofEntries", entries);
  }

  private static CodeBlock encoding(Field field) {
    if (field.style().isPresent()) {
      CodeBlock style = StyleCode.code(field.style().get());
      return CodeBlock.of("$T.of($L)", FieldEncoding.class, style);
    }
    String mediaType = field.contentType().map(JavaLiteral::of).orElse("");
    String call = field.binary() ? "binary" : "contentType";
    return CodeBlock.of("$T.$L($L)", FieldEncoding.class, call, mediaType);
  }
}
