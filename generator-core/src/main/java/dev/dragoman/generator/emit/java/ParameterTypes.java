package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.EnumOf;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Model;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.runtime.request.RequiredValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints planned types, and the calls that read their values from arguments. */
final class ParameterTypes {
  private static final ClassName JSON = ClassName.get(JsonNode.class);
  private static final ClassName OBJECT = ClassName.get(ObjectNode.class);
  private static final ClassName ARRAY = ClassName.get(ArrayNode.class);

  private final ClassName group;
  private final String modelPackage;

  /**
   * Creates the types for a class.
   *
   * @param group the class in which enums of parameters are nested
   * @param modelPackage package of the types for request bodies
   */
  ParameterTypes(ClassName group, String modelPackage) {
    this.group = group;
    this.modelPackage = modelPackage;
  }

  /** The type of a required value: a primitive type if there is one. */
  TypeName required(JavaType type) {
    return boxed(type).isBoxedPrimitive() ? boxed(type).unbox() : boxed(type);
  }

  /** The type of an optional value, which is nullable. */
  TypeName optional(JavaType type) {
    return boxed(type)
        .annotated(com.palantir.javapoet.AnnotationSpec.builder(JavaFiles.NULLABLE).build());
  }

  TypeName boxed(JavaType type) {
    if (type instanceof EnumOf enumOf) {
      return enumName(enumOf);
    }
    if (type instanceof Model model) {
      return modelName(model);
    }
    if (type instanceof ListOf list) {
      return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
    }
    return switch ((Simple) type) {
      case STRING -> ClassName.get(String.class);
      case INT -> ClassName.get(Integer.class);
      case LONG -> ClassName.get(Long.class);
      case BIG_INTEGER -> ClassName.get(BigInteger.class);
      case DECIMAL -> ClassName.get(BigDecimal.class);
      case BOOLEAN -> ClassName.get(Boolean.class);
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case JSON -> JSON;
    };
  }

  private ClassName enumName(EnumOf type) {
    return group.nestedClass(type.plan().className());
  }

  private ClassName modelName(Model model) {
    List<String> names = model.names();
    String[] nested = names.subList(1, names.size()).toArray(String[]::new);
    return ClassName.get(modelPackage, names.get(0), nested);
  }

  /** The call that follows {@code in.required("x")}, e.g. {@code .asString()}. */
  CodeBlock read(JavaType type) {
    return read(type, "item");
  }

  private CodeBlock read(JavaType type, String item) {
    if (type instanceof EnumOf enumOf) {
      return CodeBlock.of(".asEnum($T.values())", enumName(enumOf));
    }
    if (type instanceof Model model) {
      return CodeBlock.of(
          model.isEnum() ? ".asEnum($T.values())" : ".asObject($T::new)", modelName(model));
    }
    if (type instanceof ListOf list) {
      return CodeBlock.of(".asList($L)", element(list.element(), item));
    }
    return CodeBlock.of(".$L()", reader((Simple) type));
  }

  /**
   * The function that reads an item. In lists of lists, the variables of inner and outer items need
   * different names.
   */
  private CodeBlock element(JavaType type, String item) {
    return type instanceof Simple simple
        ? CodeBlock.of("$T::$L", RequiredValue.class, reader(simple))
        : CodeBlock.of("$L -> $L$L", item, item, read(type, item + "Of"));
  }

  private static String reader(Simple type) {
    return switch (type) {
      case STRING -> "asString";
      case INT -> "asInt";
      case LONG -> "asLong";
      case BIG_INTEGER -> "asBigInteger";
      case DECIMAL -> "asDecimal";
      case BOOLEAN -> "asBoolean";
      case OBJECT -> "asObject";
      case ARRAY -> "asArray";
      case JSON -> "asJson";
    };
  }
}
