package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.OperationHandler;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints the method of a group that returns the handler of one operation. The handler reads each
 * argument where it is sent, so that a parameter is named once.
 */
final class HandlerEmitter {
  private HandlerEmitter() {}

  static MethodSpec emit(OperationPlan plan, ParameterTypes types) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.methodName())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(OperationHandler.class);
    if (!plan.summary().isBlank()) {
      method.addJavadoc("$L\n", JavadocText.paragraph(plan.summary()));
    }
    CodeBlock.Builder code = CodeBlock.builder().add("return $T.of(\n$>$>", OperationHandler.class);
    code.add("$L,\n(in, request) -> ", OperationCode.declaration(plan));
    code.add(building(calls(plan, types)));
    return method.addCode(code.add(");\n$<$<").build()).build();
  }

  /** The body of the lambda expression that builds the request. */
  private static CodeBlock building(List<CodeBlock> calls) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> chains = OperationCode.chains(calls);
    if (chains.size() > 1) {
      code.add("{\n$>");
      chains.forEach(chain -> code.addStatement("request$L", chain));
      return code.addStatement("return request").add("$<}").build();
    }
    code.add("request");
    String separator = calls.size() == 1 ? "" : "\n";
    calls.forEach(call -> code.add("$L$>$>$L$<$<", separator, call));
    return code.build();
  }

  private static List<CodeBlock> calls(OperationPlan plan, ParameterTypes types) {
    List<CodeBlock> calls = new ArrayList<>(OperationCode.head(plan));
    for (ParameterPlan parameter : plan.parameters()) {
      calls.add(OperationCode.send(parameter, OperationCode.read(parameter, types)));
    }
    for (ParameterPlan parameter : plan.others()) {
      calls.add(OperationCode.send(parameter, OperationCode.read(parameter, types)));
    }
    plan.body().ifPresent(body -> calls.add(body(body, types)));
    return calls;
  }

  private static CodeBlock body(BodyPlan body, ParameterTypes types) {
    return BodyCode.send(body, OperationCode.mediaType(body), OperationCode.read(body, types));
  }
}
