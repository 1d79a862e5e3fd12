package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.ModelPlan;
import dev.dragoman.generator.plan.ModelPlan.ChoicePlan;
import dev.dragoman.generator.plan.ModelPlan.ObjectPlan;
import dev.dragoman.generator.plan.ModelPlan.PropertyPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.request.JsonObject;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints the types of request bodies. Each is a record that wraps the JSON object, so that
 * properties it does not know are kept.
 */
final class ModelEmitter {
  private static final AnnotationSpec GENERATED = JavaFiles.generatedBy(ModelEmitter.class);
  private static final String JSON = "json";

  private final ParameterTypes types;

  private ModelEmitter(ParameterTypes types) {
    this.types = types;
  }

  /** The file with a top-level type. */
  static GeneratedFile emit(ServerPlan server, ModelPlan model) {
    ClassName name = ClassName.get(server.modelPackage(), model.className());
    ParameterTypes types = new ParameterTypes(name, server.modelPackage());
    TypeSpec type = new ModelEmitter(types).type(model, name);
    return JavaFiles.file(
        server.modelPackage(), type, server.source(), "A type of request bodies.");
  }

  private TypeSpec type(ModelPlan model, ClassName name) {
    boolean isTop = name.enclosingClassName() == null;
    if (model instanceof ChoicePlan choice) {
      TypeSpec type = EnumEmitter.emit(choice.values());
      return isTop ? type.toBuilder().addAnnotation(GENERATED).build() : type;
    }
    TypeSpec.Builder type = object((ObjectPlan) model, name);
    return (isTop ? type.addAnnotation(GENERATED) : type).build();
  }

  private TypeSpec.Builder object(ObjectPlan plan, ClassName name) {
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(plan.className())
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(JsonObject.class)
            .recordConstructor(
                MethodSpec.compactConstructorBuilder()
                    .addParameter(ObjectNode.class, JSON)
                    .build());
    if (!plan.description().isBlank()) {
      type.addJavadoc("$L\n", JavadocText.paragraph(plan.description()));
    }
    plan.properties().forEach(property -> type.addMethod(accessor(property)));
    if (plan.hasBuilder()) {
      type.addMethod(factory(plan, name)).addType(builder(plan, name));
    }
    for (ModelPlan nested : plan.nested()) {
      type.addType(type(nested, name.nestedClass(nested.className())));
    }
    return type;
  }

  /** The method that reads a property; nullable or optional properties may return null. */
  private MethodSpec accessor(PropertyPlan property) {
    boolean present = property.required() && !property.nullable();
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(property.member())
            .addModifiers(Modifier.PUBLIC)
            .returns(present ? types.required(property.type()) : types.optional(property.type()))
            .addStatement(
                "return $T.$L($L, $L)$L",
                JsonObject.class,
                present ? "required" : "optional",
                JSON,
                JavaLiteral.of(property.name()),
                types.read(property.type()));
    if (!property.description().isBlank()) {
      accessor.addJavadoc("$L\n", JavadocText.line(property.description()));
    }
    return accessor.build();
  }

  /** The method that starts a builder, which takes the required properties as arguments. */
  private MethodSpec factory(ObjectPlan plan, ClassName name) {
    ClassName builder = name.nestedClass("Builder");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(builder);
    CodeBlock.Builder chain = CodeBlock.builder().add("return new $T()", builder);
    for (PropertyPlan property : plan.factory()) {
      method.addParameter(parameter(property));
      chain.add(".with($L, $L)", JavaLiteral.of(property.name()), property.member());
    }
    return method.addStatement(chain.build()).build();
  }

  private ParameterSpec parameter(PropertyPlan property) {
    boolean present = property.required() && !property.nullable();
    TypeName type = present ? types.required(property.type()) : types.optional(property.type());
    return ParameterSpec.builder(type, property.member()).build();
  }

  private TypeSpec builder(ObjectPlan plan, ClassName name) {
    ClassName builder = name.nestedClass("Builder");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(ClassName.get(JsonObject.Builder.class), builder))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (PropertyPlan property : plan.properties()) {
      if (!property.readOnly() && !plan.factory().contains(property)) {
        type.addMethod(setter(property, builder));
      }
    }
    return type.addMethod(
            MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addStatement("return new $T(members())", name)
                .build())
        .build();
  }

  /**
   * The builder method of a property. Null is sent only if the schema allows it; otherwise it omits
   * the property.
   */
  private MethodSpec setter(PropertyPlan property, ClassName builder) {
    MethodSpec.Builder setter =
        MethodSpec.methodBuilder(property.member())
            .addModifiers(Modifier.PUBLIC)
            .returns(builder)
            .addParameter(parameter(property))
            .addStatement(
                "return $L($L, $L)",
                property.nullable() ? "with" : "set",
                JavaLiteral.of(property.name()),
                property.member());
    if (property.nullable()) {
      setter.addJavadoc("A null value is sent as JSON null.\n");
    }
    return setter.build();
  }
}
