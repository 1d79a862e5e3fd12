package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.OperationGroup;
import dev.dragoman.runtime.OperationHandler;
import javax.lang.model.element.Modifier;

/**
 * Prints a group: a class with the handlers of its operations. With a client, the class has a typed
 * request for each operation, too, and the handlers read the arguments into it.
 */
final class GroupEmitter {
  private GroupEmitter() {}

  /** The file with the class of a group. */
  static GeneratedFile emit(ServerPlan server, GroupPlan group) {
    ClassName name = ClassName.get(server.operationsPackage(), group.className());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(JavaFiles.generatedBy(GroupEmitter.class))
            .addSuperinterface(OperationGroup.class)
            .addJavadoc("$L\n", description(group))
            .addMethod(find(server, group, name));
    ParameterTypes types = new ParameterTypes(name, server.modelPackage());
    for (OperationPlan operation : group.operations()) {
      if (server.client().isPresent()) {
        type.addType(RequestEmitter.emit(operation, name, types));
      } else {
        type.addMethod(HandlerEmitter.emit(operation, types));
      }
    }
    group.enums().forEach(plan -> type.addType(EnumEmitter.emit(plan)));
    String what = group.tag().isEmpty() ? "Operations without a tag." : "Operations of one tag.";
    return JavaFiles.file(server.operationsPackage(), type.build(), server.source(), what);
  }

  private static String description(GroupPlan group) {
    if (!group.description().isBlank()) {
      return JavadocText.paragraph(group.description());
    }
    return group.tag().isEmpty()
        ? "Operations without a tag."
        : "Operations of the tag " + JavadocText.encode(group.tag()) + ".";
  }

  /**
   * The method that finds a handler. A switch on strings needs no objects for the operations that
   * are not called.
   */
  private static MethodSpec find(ServerPlan server, GroupPlan group, ClassName name) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (operationId) {\n$>");
    for (OperationPlan operation : group.operations()) {
      CodeBlock handler =
          server.client().isPresent()
              ? typed(name.nestedClass(operation.className()))
              : CodeBlock.of("$L()", operation.methodName());
      cases.add("case $L -> $L;\n", JavaLiteral.of(operation.id()), handler);
    }
    cases.add("default -> null;\n$<};\n");
    return MethodSpec.methodBuilder("find")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ClassName.get(OperationHandler.class)
                .annotated(
                    com.palantir.javapoet.AnnotationSpec.builder(JavaFiles.NULLABLE).build()))
        .addParameter(String.class, "operationId")
        .addCode(cases.build())
        .build();
  }

  private static CodeBlock typed(ClassName request) {
    return CodeBlock.of("$1T.of($2T.OPERATION, $2T::from)", OperationHandler.class, request);
  }
}
