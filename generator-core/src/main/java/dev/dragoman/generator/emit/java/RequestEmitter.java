package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
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
  private static final int TAG_WIDTH = 84;

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
    List<CodeBlock> tags = new ArrayList<>();
    plan.parameters().forEach(one -> tag(tags, one.component(), one.description()));
    plan.body().ifPresent(body -> tag(tags, body.component(), plan.bodyDescription()));
    if (plan.isDeprecated()) {
      tags.add(CodeBlock.of("@deprecated in the API's document\n"));
    }
    if (!tags.isEmpty()) {
      javadoc.add("\n");
    }
    tags.forEach(javadoc::add);
    return javadoc.build();
  }

  /** A component is described only in the document's words: its name and type say the rest. */
  private static void tag(List<CodeBlock> tags, String component, String description) {
    if (!description.isBlank()) {
      String line = JavadocText.line(description, TAG_WIDTH - component.length());
      tags.add(CodeBlock.of("@param $L $L\n", component, line));
    }
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
    return FieldSpec.builder(
            Operation.class, "OPERATION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer("\n$>$>$L$<$<", OperationCode.declaration(plan))
        .build();
  }

  /**
   * The method that reads the request from arguments. It reads all of them before it fails, so that
   * an agent sees every problem at once.
   */
  private MethodSpec from() {
    List<CodeBlock> reads = new ArrayList<>();
    plan.parameters().forEach(parameter -> reads.add(OperationCode.read(parameter, types)));
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
    CodeBlock own = OperationCode.read(body, types);
    return body.hasChoice() ? List.of(own, OperationCode.mediaType(body)) : List.of(own);
  }

  /** The method that starts the request to send, with a call for each component. */
  private MethodSpec request() {
    List<CodeBlock> calls = new ArrayList<>(OperationCode.head(plan));
    for (ParameterPlan parameter : plan.parameters()) {
      calls.add(OperationCode.send(parameter, CodeBlock.of("$L", parameter.component())));
    }
    for (ParameterPlan parameter : plan.others()) {
      String argument = JavaLiteral.of(parameter.argument());
      calls.add(OperationCode.send(parameter, CodeBlock.of("$L.get($L)", OTHERS, argument)));
    }
    plan.body()
        .ifPresent(
            body -> {
              CodeBlock mediaType = CodeBlock.of("$L", body.mediaTypeComponent());
              calls.add(BodyCode.send(body, mediaType, CodeBlock.of("$L", body.component())));
            });
    return MethodSpec.methodBuilder("request")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ApiRequest.Builder.class)
        .addCode(statements(calls))
        .build();
  }

  private static CodeBlock statements(List<CodeBlock> calls) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> chains = OperationCode.chains(calls);
    if (chains.size() == 1) {
      return code.addStatement("return OPERATION.request()$L", chains.get(0)).build();
    }
    code.addStatement("$T request = OPERATION.request()", ApiRequest.Builder.class);
    chains.forEach(chain -> code.addStatement("request$L", chain));
    return code.addStatement("return request").build();
  }
}
