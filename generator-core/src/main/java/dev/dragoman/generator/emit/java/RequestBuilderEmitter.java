package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.request.RequestBuilder;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Prints the builder of a request with many components. */
final class RequestBuilderEmitter {
  private static final String BUILDER = "Builder";

  private RequestBuilderEmitter() {}

  /** {@code builder(…)}, with the required components as arguments. */
  static MethodSpec factory(OperationPlan plan, ClassName request, ParameterTypes types) {
    ClassName builder = request.nestedClass(BUILDER);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(builder);
    CodeBlock.Builder chain = CodeBlock.builder().add("return new $T()", builder);
    List<ParameterPlan> required =
        plan.parameters().stream().filter(parameter -> parameter.isRequired()).toList();
    for (ParameterPlan parameter : required) {
      method.addParameter(types.required(parameter.type()), parameter.component());
      chain.add(".with($L, $L)", JavaLiteral.of(parameter.argument()), parameter.component());
    }
    plan.body()
        .filter(BodyPlan::required)
        .ifPresent(
            body -> {
              method.addParameter(types.required(body.type()), body.component());
              chain.add(".withBody($L)", body.component());
            });
    return method.addStatement(chain.build()).build();
  }

  /** The builder class, with a method for each optional component. */
  static TypeSpec emit(OperationPlan plan, ClassName request, ParameterTypes types) {
    ClassName name = request.nestedClass(BUILDER);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(ClassName.get(RequestBuilder.class), name))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (ParameterPlan parameter : plan.parameters()) {
      if (!parameter.isRequired()) {
        type.addMethod(
            setter(name, parameter.component(), types.optional(parameter.type()))
                .addStatement(
                    "return with($L, $L)",
                    JavaLiteral.of(parameter.argument()),
                    parameter.component())
                .build());
      }
    }
    plan.body().ifPresent(body -> addBody(type, body, name, types));
    return type.addMethod(
            MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(request)
                .addStatement("return read($T::from)", request)
                .build())
        .build();
  }

  private static void addBody(
      TypeSpec.Builder type, BodyPlan body, ClassName name, ParameterTypes types) {
    if (!body.required()) {
      type.addMethod(
          setter(name, body.component(), types.optional(body.type()))
              .addStatement("return withBody($L)", body.component())
              .build());
    }
    if (body.hasChoice()) {
      type.addMethod(
          setter(name, body.mediaTypeComponent(), ClassName.get(String.class))
              .addStatement("return withMediaType($L)", body.mediaTypeComponent())
              .build());
    }
  }

  private static MethodSpec.Builder setter(ClassName builder, String member, TypeName type) {
    return MethodSpec.methodBuilder(member)
        .addModifiers(Modifier.PUBLIC)
        .returns(builder)
        .addParameter(type, member);
  }
}
