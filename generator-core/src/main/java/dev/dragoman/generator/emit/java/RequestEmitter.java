package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.Arguments;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Prints the typed request of one operation: how it is read, and how it is sent. */
final class RequestEmitter {
  private static final String OTHERS = "others";

  /** What is left of a line beside the call's own characters. */
  private static final int OPERATION_WIDTH = 60;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final OperationPlan plan;
  private final ParameterTypes types;
  private final ClassName className;

  private RequestEmitter(OperationPlan plan, ClassName group) {
    this.plan = plan;
    this.types = new ParameterTypes(group);
    this.className = group.nestedClass(plan.className());
  }

  static TypeSpec emit(OperationPlan plan, ClassName group) {
    return new RequestEmitter(plan, group).emit();
  }

  private TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(plan.className())
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(OperationRequest.class)
            .addJavadoc(javadoc())
            .recordConstructor(components())
            .addField(operation())
            .addMethod(from())
            .addMethod(toApiRequest());
    if (plan.model().deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    return type.build();
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc = CodeBlock.builder();
    String summary = plan.model().summary();
    if (!summary.isBlank()) {
      javadoc.add("$L\n\n<p>", JavadocText.paragraph(summary));
    }
    javadoc.add(
        "$L $L\n",
        JavadocText.encode(plan.model().method()),
        JavadocText.path(plan.model().path()));
    if (plan.model().deprecated()) {
      javadoc.add("\n@deprecated by the API's document\n");
    }
    return javadoc.build();
  }

  private MethodSpec components() {
    MethodSpec.Builder components = MethodSpec.compactConstructorBuilder();
    for (ParameterPlan parameter : plan.parameters()) {
      boolean required = parameter.model().required();
      TypeName type =
          required ? types.required(parameter.type()) : types.optional(parameter.type());
      components.addParameter(ParameterSpec.builder(type, parameter.component()).build());
    }
    if (!plan.others().isEmpty()) {
      TypeName json = types.required(Simple.JSON);
      components.addParameter(
          ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), json),
          OTHERS);
    }
    plan.body()
        .ifPresent(
            body ->
                components.addParameter(
                    body.required() ? types.required(body.type()) : types.optional(body.type()),
                    body.component()));
    return components.build();
  }

  private FieldSpec operation() {
    CodeBlock.Builder value =
        CodeBlock.builder().add("$T.of($L)", Operation.class, operationArguments());
    plan.model().security().ifPresent(security -> value.add(security(security)));
    return FieldSpec.builder(
            Operation.class, "OPERATION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer("\n$>$>$L$<$<", value.build())
        .build();
  }

  private CodeBlock operationArguments() {
    String id = JavaLiteral.of(plan.id());
    String method = JavaLiteral.of(plan.model().method());
    String path = JavaLiteral.of(plan.model().path());
    String access = plan.access().name();
    boolean fits =
        id.length() + method.length() + path.length() + access.length() < OPERATION_WIDTH;
    return CodeBlock.of(
        fits ? "$L, $L, $L, $T.$L" : "\n$>$>$L,\n$L,\n$L,\n$T.$L$<$<",
        id,
        method,
        path,
        AccessLevel.class,
        access);
  }

  private static CodeBlock security(List<SecurityRequirement> alternatives) {
    if (alternatives.stream().allMatch(requirement -> requirement.schemes().isEmpty())) {
      return CodeBlock.of("\n$>$>.unsecured()$<$<");
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    for (SecurityRequirement requirement : alternatives) {
      List<String> schemes = List.copyOf(requirement.schemes().keySet());
      calls.add("\n$>$>.securedBy($L)$<$<", Poet.literals(schemes));
    }
    return calls.build();
  }

  private MethodSpec from() {
    List<CodeBlock> reads = new ArrayList<>();
    for (ParameterPlan parameter : plan.parameters()) {
      String call = parameter.model().required() ? "required" : "optional";
      String name = JavaLiteral.of(parameter.argument());
      reads.add(CodeBlock.of("in.$L($L)$L", call, name, types.read(parameter.type())));
    }
    if (!plan.others().isEmpty()) {
      List<String> names = plan.others().stream().map(ParameterPlan::argument).toList();
      reads.add(CodeBlock.of("in.others($L)", Poet.literals(names)));
    }
    plan.body()
        .ifPresent(
            body ->
                reads.add(
                    CodeBlock.of(
                        "in.$L()$L",
                        body.required() ? "requiredBody" : "optionalBody",
                        types.read(body.type()))));
    return MethodSpec.methodBuilder("from")
        .addJavadoc("Reads the arguments of a call; notes on them what is wrong.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(className)
        .addParameter(Arguments.class, "in")
        .addStatement("return new $T($L)", className, onLines(reads))
        .build();
  }

  private static CodeBlock onLines(List<CodeBlock> parts) {
    if (parts.size() < 2) {
      return CodeBlock.join(parts, "");
    }
    return parts.stream().collect(CodeBlock.joining(",\n", "\n", ""));
  }

  private MethodSpec toApiRequest() {
    List<CodeBlock> calls = new ArrayList<>();
    plan.server().ifPresent(url -> calls.add(CodeBlock.of(".server($L)", JavaLiteral.of(url))));
    for (ParameterPlan parameter : plan.parameters()) {
      calls.add(send(parameter, CodeBlock.of("$L", parameter.component())));
    }
    for (ParameterPlan parameter : plan.others()) {
      String argument = JavaLiteral.of(parameter.argument());
      calls.add(send(parameter, CodeBlock.of("$L.get($L)", OTHERS, argument)));
    }
    plan.body().ifPresent(body -> calls.add(BodyCode.send(body)));
    String between = calls.isEmpty() ? "" : "\n";
    calls.add(CodeBlock.of(".build()"));
    CodeBlock chain =
        CodeBlock.of(
            "$T.builder(OPERATION)$L$L", ApiRequest.class, between, CodeBlock.join(calls, "\n"));
    return MethodSpec.methodBuilder("toApiRequest")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ApiRequest.class)
        .addStatement("return $L", chain)
        .build();
  }

  private static CodeBlock send(ParameterPlan parameter, CodeBlock value) {
    ParameterModel model = parameter.model();
    if (model.in() == ParameterModel.In.QUERYSTRING) {
      String mediaType = JavaLiteral.of(model.contentType().orElse(FORM));
      return CodeBlock.of(".querystring($L, $L, $T.of())", mediaType, value, Map.class);
    }
    return CodeBlock.of(
        ".$L($L, $L$L)",
        model.in().name().toLowerCase(Locale.ROOT),
        JavaLiteral.of(model.name()),
        value,
        StyleCode.argument(model));
  }
}
