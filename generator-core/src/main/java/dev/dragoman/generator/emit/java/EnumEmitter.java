package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.plan.EnumPlan;
import dev.dragoman.runtime.request.WireValue;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * Prints an enum of a group. Constants have their value as an argument, because a value may be any
 * text but a constant's name may not.
 */
final class EnumEmitter {
  private EnumEmitter() {}

  static TypeSpec emit(EnumPlan plan) {
    boolean spelled = plan.constants().stream().anyMatch(one -> !isLowerCase(one));
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(plan.className())
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(WireValue.class)
            .addJavadoc("Values of $L.\n", JavadocText.encode(plan.parameter()));
    if (spelled) {
      type.addField(
              FieldSpec.builder(String.class, "wire", Modifier.PRIVATE, Modifier.FINAL).build())
          .addMethod(constructor())
          .addMethod(wire());
    }
    for (EnumPlan.Constant constant : plan.constants()) {
      if (spelled) {
        type.addEnumConstant(
            constant.name(),
            TypeSpec.anonymousClassBuilder(JavaFiles.literal(constant.wire())).build());
      } else {
        type.addEnumConstant(constant.name());
      }
    }
    return type.build();
  }

  /** Whether the constant's name says how the value is spelled. */
  private static boolean isLowerCase(EnumPlan.Constant constant) {
    return constant.name().toLowerCase(Locale.ROOT).equals(constant.wire());
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(String.class, "wire")
        .addStatement("this.wire = wire")
        .build();
  }

  private static MethodSpec wire() {
    return MethodSpec.methodBuilder("wire")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return wire")
        .build();
  }
}
