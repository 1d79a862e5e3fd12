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
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.OperationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the typed request of one operation: how it is read from arguments, and how it is sent. */
final class RequestEmitter {
  private static final String OTHERS = "others";

  private final OperationPlan plan;
  private final ParameterTypes types;
  private final ClassName className;

  private RequestEmitter(OperationPlan plan, ClassName group, ParameterTypes types) {
    this.plan = plan;
    this.types = types;
    this.className = group.nestedClass(plan.className());
  }

  /** The record of an operation, to be nested in the class of its group. */
  static TypeSpec emit(OperationPlan plan, ClassName group, ParameterTypes types) {
    return new RequestEmitter(plan, group, types).emit();
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
            .addMethod(request());
    if (plan.hasBuilder()) {
      type.addMethod(RequestBuilderEmitter.factory(plan, className, types))
          .addType(RequestBuilderEmitter.emit(plan, className, types));
    } else if (plan.body().filter(BodyPlan::hasChoice).isPresent()) {
      type.addMethod(preferring(plan.body().get().media().name()));
    }
    if (plan.isDeprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    return type.build();
  }

  /** The document's summary and the route. */
  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc = CodeBlock.builder();
    String summary = plan.summary();
    if (!summary.isBlank()) {
      javadoc.add("$L\n\n<p>", JavadocText.paragraph(summary));
    }
    javadoc.add("$L\n", JavadocText.route(plan.method(), plan.path()));
    if (plan.isDeprecated()) {
      javadoc.add("\n@deprecated in the API's document\n");
    }
    return javadoc.build();
  }

  /** A constructor without the media type, which sends the preferred one. */
  private MethodSpec preferring(String mediaType) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Sends the body as $L.\n", JavadocText.encode(mediaType));
    List<ParameterSpec> parameters = components().parameters();
    List<ParameterSpec> given = parameters.subList(0, parameters.size() - 1);
    given.forEach(constructor::addParameter);
    String names = given.stream().map(p -> p.name() + ", ").collect(Collectors.joining());
    return constructor.addStatement("this($L$L)", names, JavaLiteral.of(mediaType)).build();
  }

  /** The components of the record, as parameters of its constructor. */
  private MethodSpec components() {
    MethodSpec.Builder components = MethodSpec.compactConstructorBuilder();
    for (ParameterPlan parameter : plan.parameters()) {
      boolean required = parameter.isRequired();
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
    plan.body().ifPresent(body -> bodyComponents(body).forEach(components::addParameter));
    return components.build();
  }

  private List<ParameterSpec> bodyComponents(BodyPlan body) {
    TypeName type = body.required() ? types.required(body.type()) : types.optional(body.type());
    ParameterSpec own = ParameterSpec.builder(type, body.component()).build();
    return body.hasChoice()
        ? List.of(own, ParameterSpec.builder(String.class, body.mediaTypeComponent()).build())
        : List.of(own);
  }

  private FieldSpec operation() {
    CodeBlock.Builder value =
        CodeBlock.builder().add("$T.of($L)", Operation.class, operationArguments());
    plan.security().ifPresent(security -> value.add(security(security)));
    value.add(rights(plan.rights()));
    return FieldSpec.builder(
            Operation.class, "OPERATION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer("\n$>$>$L$<$<", value.build())
        .build();
  }

  private CodeBlock operationArguments() {
    return CodeBlock.of(
        "$L, $L, $L, $T.$L",
        JavaLiteral.of(plan.id()),
        JavaLiteral.of(plan.method()),
        JavaLiteral.of(plan.path()),
        AccessLevel.class,
        plan.access().name());
  }

  /** The security requirements. If no alternative needs a scheme, the operation is unsecured. */
  private static CodeBlock security(List<SecurityRequirement> alternatives) {
    if (alternatives.stream().allMatch(requirement -> requirement.schemes().isEmpty())) {
      return CodeBlock.of(".unsecured()");
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    for (SecurityRequirement requirement : alternatives) {
      List<String> schemes = List.copyOf(requirement.schemes().keySet());
      calls.add(".securedBy($L)", JavaFiles.literals(schemes));
    }
    return calls.build();
  }

  private static CodeBlock rights(OperationRights rights) {
    CodeBlock.Builder calls = CodeBlock.builder();
    if (rights.authModes().size() == 1) {
      String mode = rights.authModes().iterator().next().name();
      calls.add(".onlyFor($T.$L)", AuthMode.class, mode);
    }
    rights.scopes().forEach(together -> calls.add(".scopedBy($L)", JavaFiles.literals(together)));
    return calls.build();
  }

  /**
   * The method that reads the request from arguments. It reads all of them before it fails, so that
   * an agent sees every problem at once.
   */
  private MethodSpec from() {
    List<CodeBlock> reads = new ArrayList<>();
    for (ParameterPlan parameter : plan.parameters()) {
      String call = parameter.isRequired() ? "required" : "optional";
      String name = JavaLiteral.of(parameter.argument());
      reads.add(CodeBlock.of("in.$L($L)$L", call, name, types.read(parameter.type())));
    }
    if (!plan.others().isEmpty()) {
      List<String> names = plan.others().stream().map(ParameterPlan::argument).toList();
      reads.add(CodeBlock.of("in.others($L)", JavaFiles.literals(names)));
    }
    plan.body().ifPresent(body -> reads.addAll(bodyReads(body)));
    return MethodSpec.methodBuilder("from")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(className)
        .addParameter(Arguments.class, "in")
        .addStatement("return new $T($L)", className, CodeBlock.join(reads, ", "))
        .build();
  }

  private List<CodeBlock> bodyReads(BodyPlan body) {
    String call = body.required() ? "requiredBody" : "optionalBody";
    CodeBlock own = CodeBlock.of("in.$L()$L", call, types.read(body.type()));
    if (!body.hasChoice()) {
      return List.of(own);
    }
    List<String> names = new ArrayList<>(List.of(body.media().name()));
    names.addAll(body.others());
    return List.of(own, CodeBlock.of("in.mediaType($L)", JavaFiles.literals(names)));
  }

  /** The method that starts the request to send, with a call for each component. */
  private MethodSpec request() {
    List<CodeBlock> calls = new ArrayList<>();
    plan.server().ifPresent(url -> calls.add(CodeBlock.of(".server($L)", JavaLiteral.of(url))));
    if (!plan.accept().isEmpty()) {
      calls.add(CodeBlock.of(".accept($L)", JavaLiteral.of(plan.accept())));
    }
    for (ParameterPlan parameter : plan.parameters()) {
      calls.add(send(parameter, CodeBlock.of("$L", parameter.component())));
    }
    for (ParameterPlan parameter : plan.others()) {
      String argument = JavaLiteral.of(parameter.argument());
      calls.add(send(parameter, CodeBlock.of("$L.get($L)", OTHERS, argument)));
    }
    plan.body().ifPresent(body -> calls.add(BodyCode.send(body)));
    CodeBlock chain = CodeBlock.of("OPERATION.request()$L", CodeBlock.join(calls, ""));
    return MethodSpec.methodBuilder("request")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ApiRequest.Builder.class)
        .addStatement("return $L", chain)
        .build();
  }

  private static CodeBlock send(ParameterPlan parameter, CodeBlock value) {
    if (parameter.isQuerystring()) {
      String mediaType = JavaLiteral.of(parameter.mediaType());
      return CodeBlock.of(".querystring($L, $L, $T.of())", mediaType, value, Map.class);
    }
    return CodeBlock.of(
        ".$L($L, $L$L)",
        parameter.place(),
        JavaLiteral.of(parameter.name()),
        value,
        StyleCode.argument(parameter));
  }
}
